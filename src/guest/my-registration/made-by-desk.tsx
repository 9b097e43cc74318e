import type { Receipt } from '../../protocol/receipt.ts';
import { useMessages } from '../../ui/messages/messages-provider.tsx';

/** Says so where the desk did it for the guest: it is not the guest's signature. */
export function MadeByDesk({ receipt }: { readonly receipt: Receipt }) {
  const t = useMessages('myRegistration').receipts;
  return receipt.made_by_desk === undefined ? null : <p>{t.madeByDesk[receipt.made_by_desk]}</p>;
}
