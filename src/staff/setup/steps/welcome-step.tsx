import { useMessages } from '../../../ui/messages/messages-provider.tsx';
import { Question } from './question.tsx';

export function WelcomeStep() {
  const t = useMessages('setup').welcome;
  return (
    <Question title={t.title} text={t.text}>
      <p>{t.need}</p>
      <p className="setup-conversation__aside">{t.safe}</p>
    </Question>
  );
}
