import type { PurposeId } from '../../../protocol/purposes.ts';
import type { KeptForExport } from '../retention-store.ts';
import type { Tables } from './draft.ts';

/** Registrations that hold a purpose's envelope, each with the desk's note. */
export function keptForExport(
  tables: Pick<Tables, 'retention' | 'registrations'>,
  property: number,
  purpose: PurposeId,
  after: number,
  limit: number,
): KeptForExport[] {
  return tables.retention.kept(property, after, limit, purpose).map((kept) => {
    const listed = tables.registrations.envelopes(kept.row, 'listed');
    return { ...kept, desk: listed.find(({ envelope }) => envelope.kind === 'desk')?.envelope ?? null };
  });
}
