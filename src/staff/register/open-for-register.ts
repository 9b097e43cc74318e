import { openEnvelope } from '../../crypto/open-envelope.ts';
import { parsePayload } from '../../pii/canonical-bytes.ts';
import type { IdentityPerson, Minor } from '../../pii/details.ts';
import { purposePayloadSchema } from '../../pii/payloads.ts';
import type { ListedRow } from '../../protocol/api.ts';
import { needsApproval } from '../../protocol/approval.ts';
import { type HandedOverPurpose, handedOverPurposes, type RegisterFile } from '../../protocol/hand-over.ts';
import { Refusal } from '../../protocol/problems.ts';
import { permissionsOf } from '../../protocol/roles.ts';
import { pastKey } from '../desk/consent-memory.ts';
import type { DeskEntry } from '../desk/desk-entry.ts';
import { openPurpose } from '../desk/open-purpose.ts';
import type { Session } from '../session/sign-in.ts';

/** What the law asks of one registration, opened. In memory only. */
export interface OpenedForRegister {
  readonly people: readonly IdentityPerson[];
  readonly minors: readonly Minor[];
  /** There are minors, and this person wasn't granted their details. */
  readonly minorsClosed: boolean;
}

type Opener = Pick<Session, 'api' | 'keyring' | 'property' | 'person'>;

/** What is opened for the register: what the law asks, the guest wrote, and this person was granted. */
export function registerPurposes(
  { person }: Pick<Session, 'person'>,
  { purposes }: Pick<ListedRow, 'purposes'>,
): readonly HandedOverPurpose[] {
  return handedOverPurposes.filter((purpose) => purposes.includes(purpose) && person.granted.includes(purpose));
}

/** Opens one registration for the police's system, under the legal duty. Throws Refusal as `openPurpose`. */
export async function openForRegister(session: Opener, { row, consents }: DeskEntry): Promise<OpenedForRegister> {
  let [people, minors]: [readonly IdentityPerson[], readonly Minor[]] = [[], []];
  const mine = registerPurposes(session, row);
  for (const purpose of mine) {
    const opened = await openPurpose(session, row, purpose, 'legal-duty', consents.past);
    if (opened.purpose === 'identity') people = opened.people;
    if (opened.purpose === 'minors') minors = opened.minors;
  }
  return { people, minors, minorsClosed: row.purposes.includes('minors') && !mine.includes('minors') };
}

/** What became of one registration that was to go into a file; only a whole one does. */
export type FileOpening =
  | { readonly kind: 'whole'; readonly people: readonly IdentityPerson[]; readonly minors: readonly Minor[] }
  /** Not this person's to open. */
  | { readonly kind: 'closed' }
  /** Broken, replaced or gone in the meantime, or not what the law asks. */
  | { readonly kind: 'unreadable' };

/**
 * Whether a registration can be in this person's file with all that the law asks of it. `closed`: there are children whose details
 * aren't theirs to open. `desk`: the guest entered nothing of themselves here.
 */
export function fileReach(
  { person }: { readonly person: Pick<Session['person'], 'role' | 'granted'> },
  { purposes, minors }: Pick<ListedRow, 'purposes' | 'minors'>,
): 'whole' | 'closed' | 'desk' {
  if (!purposes.includes('identity')) return 'desk';
  if (purposes.includes('minors') && !person.granted.includes('minors')) return 'closed';
  const mayApprove = permissionsOf[person.role].includes('minors.approve');
  return needsApproval('identity', minors) && !mayApprove ? 'closed' : 'whole';
}

/**
 * Opens many for a file: the server logs each before it answers. Whoever can't be opened stops nobody else. Throws Refusal where the
 * server refuses the whole.
 */
export async function openForFile(
  session: Opener,
  entries: readonly DeskEntry[],
): Promise<ReadonlyMap<string, FileOpening>> {
  const { opened } = await session.api.registerFile(entries.map(({ row }) => row.registration));
  const all = new Map<string, FileOpening>();
  for (const entry of entries) all.set(entry.row.registration, await openOne(session, opened, entry));
  return all;
}

async function openOne(
  session: Opener,
  opened: RegisterFile['opened'],
  { row, consents }: DeskEntry,
): Promise<FileOpening> {
  const { keyring, property } = session;
  const { registration, purposes } = row;
  const read = async (purpose: HandedOverPurpose) => {
    const found = opened.find((one) => one.registration === registration && one.purpose === purpose);
    if (found === undefined) return null;
    const consent = found.consentHash;
    if (consents.past.has(pastKey(purpose, consent))) throw new Refusal('consent_replayed', 'an older envelope');
    const expected = { property, registration, kind: 'purpose', purpose, consent } as const;
    const bytes = await openEnvelope(expected, keyring.pair(found.envelope.keyId), found.envelope);
    return parsePayload(purposePayloadSchema, bytes);
  };
  try {
    const [identity, minors] = [await read('identity'), await read('minors')];
    if (identity === null && minors === null && fileReach(session, row) === 'closed') return { kind: 'closed' };
    const people = identity?.purpose === 'identity' ? identity.people : [];
    const children = minors?.purpose === 'minors' ? minors.minors : [];
    const whole = people.length > 0 && (children.length > 0 || (minors === null && !purposes.includes('minors')));
    return whole ? { kind: 'whole', people, minors: children } : { kind: 'unreadable' };
  } catch {
    return { kind: 'unreadable' };
  }
}
