import type { ReactNode } from 'react';
import { decodeBase64Url } from '../../protocol/base64url.ts';
import type { Receipt } from '../../protocol/receipt.ts';
import { Button } from '../../ui/components/button.tsx';
import { Icon, type IconName } from '../../ui/components/icon.tsx';
import { Screen } from '../../ui/components/screen.tsx';
import { StateNote } from '../../ui/components/state-note.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import { SealWithWords } from '../../ui/seal/seal-with-words.tsx';
import { ErasureContents } from './erasure-contents.tsx';
import { CertificateContents } from '../my-registration/certificate-contents.tsx';
import { MadeByDesk } from '../my-registration/made-by-desk.tsx';
import { ReceiptContents } from '../receipt/receipt-contents.tsx';
import { type ReceiptCheck, type ReceiptStep, receiptSteps } from '../registration/receipt-steps.ts';

interface VerifyOutcomeProps {
  readonly top: ReactNode;
  readonly check: ReceiptCheck;
  readonly onAnother: () => void;
  /** What can be done with it. */
  readonly children?: ReactNode;
}

type StepResult = 'passed' | 'failed' | 'notReached';

const icons: Readonly<Record<StepResult, IconName>> = { passed: 'check', failed: 'failed', notReached: 'clock' };

/** Each step's result, and where all hold, the receipt itself with the seal to compare. */
export function VerifyOutcome({ top, check, onAnother, children }: VerifyOutcomeProps) {
  const t = useMessages('guest').verify;
  return (
    <Screen
      top={top}
      actions={
        <Button kind="quiet" wide onClick={onAnother}>
          {t.another}
        </Button>
      }
    >
      <h1 tabIndex={-1}>{t.title}</h1>
      <StateNote state={check.ok ? 'done' : 'failed'} word={check.ok ? t.good : t.bad} announce="now">
        <p>{check.ok ? t.goodText : t.badText}</p>
      </StateNote>
      {check.ok && <SealWithWords fingerprint={decodeBase64Url(check.fingerprint) ?? new Uint8Array(16)} />}
      <ol className="verify-receipt__steps">
        {receiptSteps.map((step) => {
          const result = resultOf(step, check);
          return (
            <li key={step} className={`verify-receipt__step verify-receipt__step--${result}`}>
              <Icon name={icons[result]} />
              <span>{t.steps[step]}</span>
              <span className="verify-receipt__result">{t[result]}</span>
            </li>
          );
        })}
      </ol>
      {children}
      {check.ok && 'receipt' in check.verified && <MadeByDesk receipt={check.verified.receipt} />}
      {check.ok &&
        ('receipt' in check.verified ? (
          <Contents receipt={check.verified.receipt} />
        ) : (
          <ErasureContents certificate={check.verified.certificate} />
        ))}
    </Screen>
  );
}

function Contents({ receipt }: { readonly receipt: Receipt }) {
  const { deletion } = receipt;
  if (deletion === undefined) return <ReceiptContents receipt={receipt} />;
  return <CertificateContents receipt={receipt} deletion={deletion} />;
}

function resultOf(step: ReceiptStep, check: ReceiptCheck): StepResult {
  if (check.ok) return 'passed';
  const failed = receiptSteps.indexOf(check.failed);
  const at = receiptSteps.indexOf(step);
  return at < failed ? 'passed' : at === failed ? 'failed' : 'notReached';
}
