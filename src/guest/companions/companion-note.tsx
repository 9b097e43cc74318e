import { arrivalCode } from '../../protocol/ids.ts';
import { loadCompanionWords } from '../../ui/messages/load-companion-words.ts';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import { MoreMessages } from '../../ui/messages/more-messages.tsx';
import type { CompanionPart } from '../registration/poster-fragment.ts';
import './companion-note.css';

/** Says with whom somebody comes along, before they choose. */
export function CompanionNote({ companion }: { readonly companion: CompanionPart }) {
  return (
    <MoreMessages load={loadCompanionWords}>
      <Words companion={companion} />
    </MoreMessages>
  );
}

function Words({ companion: { party, phone } }: { readonly companion: CompanionPart }) {
  const t = useMessages('companions');
  const code = arrivalCode(party);
  return (
    <div className="companion-note">
      <p>{t.note(`${code.slice(0, 3)} ${code.slice(3)}`)}</p>
      {phone === 'handed' && <p>{t.handedNote}</p>}
    </div>
  );
}
