import { languages } from '../../protocol/languages.ts';
import { LanguageSwitch } from '../../ui/components/language-switch.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import { useChooseLanguage } from './language-choice.tsx';

/** The head of every screen before the desk opens. */
export function StaffTop() {
  const { appName } = useMessages('staff');
  const choose = useChooseLanguage();
  return (
    <>
      <b>{appName}</b>
      <LanguageSwitch languages={languages} onSelect={choose} />
    </>
  );
}
