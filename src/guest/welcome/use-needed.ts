import type { NoticePurpose } from '../../protocol/notice.ts';
import { useMessages } from '../../ui/messages/messages-provider.tsx';

/** What a purpose asks for, as one phrase. */
export function useNeeded({ items }: NoticePurpose): string {
  const t = useMessages('guest').welcome;
  const labels = (contact: boolean) =>
    items.filter(({ need }) => (need === 'contact') === contact).map(({ label }) => label);
  return t.whatIsAsked(labels(false), labels(true));
}
