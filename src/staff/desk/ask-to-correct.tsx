import { useEffect, useState } from 'react';
import type { Language } from '../../protocol/languages.ts';
import { Button } from '../../ui/components/button.tsx';
import { Dialog } from '../../ui/components/dialog.tsx';
import { languageNames } from '../../ui/messages/language.ts';
import { loadStaffCatalogue } from '../../ui/messages/load-staff-catalogue.ts';
import type { StaffCatalogue } from '../../ui/messages/messages.ts';
import { useLanguage, useMessages } from '../../ui/messages/messages-provider.tsx';

interface AskToCorrectProps {
  /** The guest's. */
  readonly language: Language;
  readonly onClose: () => void;
}

/** Nobody at the desk changes what a guest told: the words to ask them with, in both languages, and the ways they have. */
export function AskToCorrect({ language, onClose }: AskToCorrectProps) {
  const t = useMessages('staff').record;
  const common = useMessages('common');
  const own = useLanguage();
  const [theirs, setTheirs] = useState<string | null>(null);
  useEffect(() => {
    if (language === own) return undefined;
    let gone = false;
    // Without the network the words are there in one language.
    const show = ({ staff }: StaffCatalogue) => {
      if (!gone) setTheirs(staff.record.words);
    };
    loadStaffCatalogue(language).then(show, () => undefined);
    return () => {
      gone = true;
    };
  }, [language, own]);
  return (
    <Dialog
      open
      onClose={onClose}
      title={t.askTitle}
      actions={
        <Button kind="primary" onClick={onClose}>
          {common.close}
        </Button>
      }
    >
      <p>{t.askText}</p>
      <h3>{t.say}</h3>
      <p>{t.words}</p>
      {theirs !== null && (
        <p lang={language}>
          <small>{languageNames[language]}</small> {theirs}
        </p>
      )}
      <ul>
        {t.ways.map((way) => (
          <li key={way}>{way}</li>
        ))}
      </ul>
    </Dialog>
  );
}
