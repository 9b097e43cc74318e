import { Screen } from '../../ui/components/screen.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import type { Hotel } from '../session/read-hotel.ts';
import type { Ending } from '../session/sign-in-screen.tsx';
import type { Session } from '../session/sign-in.ts';
import { OwnPasskeys } from './own-passkeys.tsx';
import { PassphraseForm } from './passphrase-form.tsx';

interface AccountPlaceProps {
  readonly session: Session;
  readonly hotel: Hotel;
  readonly onSay: (words: string) => void;
  readonly onEnd: (why: Ending) => void;
}

/** How the signed-in person signs in. */
export function AccountPlace({ session, hotel, onSay, onEnd }: AccountPlaceProps) {
  const t = useMessages('staff').account;
  return (
    <div className="place">
      <Screen>
        <h1>{t.title}</h1>
        <OwnPasskeys session={session} hotel={hotel} onSay={onSay} />
        <PassphraseForm session={session} onChanged={() => onEnd('passphrase-changed')} />
      </Screen>
    </div>
  );
}
