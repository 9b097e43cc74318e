import { type FormEvent, type ReactNode, useId } from 'react';
import type { Notice } from '../../protocol/notice.ts';
import type { PurposeId } from '../../protocol/purposes.ts';
import { Button } from '../../ui/components/button.tsx';
import { Screen } from '../../ui/components/screen.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import { type Choices, noChoices } from '../registration/choices.ts';
import { LawPart, PurposeChoice } from '../welcome/purpose-choice.tsx';
import { readChoices } from '../welcome/read-choices.ts';

interface AskAgainProps {
  readonly top: ReactNode;
  readonly notice: Notice;
  readonly purposes: readonly PurposeId[];
  /** `place`: where what a temporary rule asks is given, if that was among what was asked. */
  readonly onAnswered: (answers: Choices['answers'], place: Pick<Choices, 'temporary'>) => void;
}

/** The hotel changed its words meanwhile: only the purposes concerned are asked again, with nothing ticked. */
export function AskAgain({ top, notice, purposes, onAnswered }: AskAgainProps) {
  const t = useMessages('guest');
  const id = useId();
  const asked = notice.purposes.filter((purpose) => purposes.includes(purpose.id));
  const choices = asked.filter(({ basis }) => basis === 'consent');
  const law = asked.filter(({ basis }) => basis === 'law');
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const { answers, temporary = null } = readChoices(event.currentTarget);
    const open = Object.fromEntries(purposes.map((purpose) => [purpose, 'no' as const]));
    onAnswered({ ...open, ...answers }, purposes.includes('temporary') ? { temporary } : {});
  }
  return (
    <Screen
      top={top}
      actions={
        <Button kind="primary" wide type="submit" form={id}>
          {t.review.goOn}
        </Button>
      }
    >
      <h1 tabIndex={-1}>{t.review.changed}</h1>
      <p>{t.review.changedText}</p>
      <form id={id} autoComplete="off" onSubmit={submit}>
        {choices.length > 0 && <h2>{t.welcome.choose}</h2>}
        {choices.map((purpose) => (
          <PurposeChoice key={purpose.id} purpose={purpose} choices={noChoices} />
        ))}
        {choices.length > 0 && <p>{t.welcome.openMeansNo}</p>}
        {law.length > 0 && <h2>{t.welcome.lawPart}</h2>}
        {law.map((purpose) => (
          <LawPart key={purpose.id} purpose={purpose} choices={noChoices} />
        ))}
      </form>
    </Screen>
  );
}
