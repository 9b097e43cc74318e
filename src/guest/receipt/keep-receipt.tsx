import { useState } from 'react';
import type { GuestDetails } from '../../pii/details.ts';
import type { ProvenReceipt } from '../../protocol/receipt.ts';
import { useAssisted } from '../assisted/assisted-context.ts';
import { Button } from '../../ui/components/button.tsx';
import { CopyButton } from '../../ui/components/copy-button.tsx';
import { Dialog } from '../../ui/components/dialog.tsx';
import { LinkButton } from '../../ui/components/link-button.tsx';
import { formatStay } from '../../ui/messages/format-date.ts';
import { useLanguage, useMessages } from '../../ui/messages/messages-provider.tsx';
import { QrCode } from '../../ui/qr/qr-code.tsx';
import type { Device } from '../phone/device.ts';
import { saveFile } from '../phone/save-file.ts';
import { drawReceipt } from './receipt-picture.ts';
import { mailLink, smsLink } from './send-to-myself.ts';
import './keep-receipt.css';

interface KeepReceiptProps {
  readonly device: Device;
  readonly hotel: string;
  readonly code: string;
  /** The guest's own link, with the secret. */
  readonly link: string;
  readonly fingerprint: Uint8Array;
  readonly stay: Pick<GuestDetails, 'checkIn' | 'checkOut'> | null;
  /** Verified: a link or a code for something that hasn't arrived would lead nowhere. */
  readonly receipt: ProvenReceipt;
  /** Where the guest could write to themselves. */
  readonly contact: Pick<GuestDetails, 'phone' | 'email'> | null;
}

/** Every way to keep a receipt: picture, link, file, paper, a message to oneself. What doesn't work inside another app isn't offered. */
export function KeepReceipt(props: KeepReceiptProps) {
  const assisted = useAssisted();
  return assisted === null ? <KeepOnPhone {...props} /> : <assisted.HandOver {...props} />;
}

function KeepOnPhone(props: KeepReceiptProps) {
  const { device, hotel, code, link, fingerprint, stay, receipt, contact } = props;
  const t = useMessages('guest').receipt;
  const common = useMessages('common');
  const language = useLanguage();
  const [picture, setPicture] = useState<string | null>(null);
  const [pictureFailed, setPictureFailed] = useState(false);
  const { window } = device;
  const words = {
    hotel,
    title: t.title,
    codeLabel: t.code,
    code,
    stay: stay === null ? '' : formatStay(stay.checkIn, stay.checkOut, language),
    caption: t.pictureText,
  };

  function showPicture() {
    try {
      // A data address, not a blob: pictures inside other apps can only be kept by a long press when they are one.
      setPicture(drawReceipt(window.document, words, link, fingerprint).toDataURL('image/png'));
    } catch {
      setPictureFailed(true);
    }
  }

  const message = { subject: t.subject(hotel), text: t.message(hotel, code, link) };
  const canShare = 'share' in window.navigator && !device.inApp;
  return (
    <section className="keep-receipt">
      <h2>{t.keep}</h2>
      <p>{t.keepText}</p>
      <div className="keep-receipt__ways">
        <Button icon="picture" onClick={showPicture}>
          {t.picture}
        </Button>
        <CopyButton text={link} label={t.link} />
        {canShare && (
          <Button
            icon="share"
            onClick={() => {
              // Turning away from the phone's own sheet is no failure.
              window.navigator.share({ title: message.subject, url: link }).catch(() => undefined);
            }}
          >
            {t.share}
          </Button>
        )}
        {!device.inApp && (
          <Button icon="download" onClick={() => saveFile(window, `${t.fileName(code)}.json`, fileOf(receipt))}>
            {t.file}
          </Button>
        )}
        {device.inApp && <CopyButton text={JSON.stringify(receipt)} label={t.file} />}
        {!device.inApp && (
          <Button icon="print" onClick={() => window.print()}>
            {common.print}
          </Button>
        )}
      </div>
      {pictureFailed && <p role="alert">{t.pictureFailed}</p>}
      {contact !== null && (
        <>
          <h3>{t.send}</h3>
          <div className="keep-receipt__ways">
            <LinkButton icon="phone" href={smsLink(contact.phone ?? '', message)}>
              {t.bySms}
            </LinkButton>
            <LinkButton icon="mail" href={mailLink(contact.email ?? '', message)}>
              {t.byMail}
            </LinkButton>
          </div>
        </>
      )}
      <div className="keep-receipt__paper">
        <QrCode text={link} label={t.pictureText} />
        <p>{t.pictureText}</p>
      </div>
      <Dialog
        open={picture !== null}
        onClose={() => setPicture(null)}
        title={t.picture}
        actions={
          <>
            <Button onClick={() => setPicture(null)}>{common.close}</Button>
            {!device.inApp && picture !== null && (
              <a className="button button--primary" href={picture} download={`${t.fileName(code)}.png`}>
                {common.save}
              </a>
            )}
          </>
        }
      >
        {picture !== null && (
          <>
            <img className="keep-receipt__picture" src={picture} alt={t.pictureAlt(code)} />
            <p>{t.pictureHold}</p>
          </>
        )}
      </Dialog>
    </section>
  );
}

function fileOf(receipt: ProvenReceipt): Blob {
  return new Blob([JSON.stringify(receipt)], { type: 'application/json' });
}
