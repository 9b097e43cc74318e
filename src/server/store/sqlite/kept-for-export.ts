import type { PurposeId } from '../../../protocol/purposes.ts';
import type { KeptForExport, UnreadableRegistration } from '../retention-store.ts';
import { decode } from './column.ts';
import type { Tables } from './draft.ts';
import { readOrMark } from './read-or-mark.ts';

/** Registrations that hold a purpose's envelope, each with the desk's note. */
export function keptForExport(
  tables: Pick<Tables, 'retention' | 'registrations'>,
  property: number,
  purpose: PurposeId,
  after: number,
  limit: number,
): (KeptForExport | UnreadableRegistration)[] {
  return tables.retention.kept(property, after, limit, purpose).map((kept) => {
    if ('unreadable' in kept) return kept;
    const { row: id, registration } = kept;
    return readOrMark({ id, registration: decode(registration) }, () => {
      const listed = tables.registrations.envelopes(id, 'listed');
      return { ...kept, desk: listed.find(({ envelope }) => envelope.kind === 'desk')?.envelope ?? null };
    });
  });
}
