import type { FieldPath } from '../../pii/raw-details.ts';
import { loadTemporaryWords } from '../../ui/messages/load-temporary-words.ts';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import { MoreMessages } from '../../ui/messages/more-messages.tsx';

/** What a field of a temporary rule is called where it isn't beside its field. */
export function TemporaryLabel({ path }: { readonly path: FieldPath }) {
  return (
    <MoreMessages load={loadTemporaryWords}>
      <Label path={path} />
    </MoreMessages>
  );
}

function Label({ path }: { readonly path: FieldPath }) {
  const t = useMessages('temporary');
  const at = /^temporary\.places\.(\d+)/.exec(path)?.[1];
  return at === undefined ? t.health : t.place(Number(at) + 1);
}
