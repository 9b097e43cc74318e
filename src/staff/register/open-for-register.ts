import { openEnvelope } from '../../crypto/open-envelope.ts';
import { parsePayload } from '../../pii/canonical-bytes.ts';
import type { IdentityPerson, Minor } from '../../pii/details.ts';
import { purposePayloadSchema } from '../../pii/payloads.ts';
import { Refusal } from '../../protocol/problems.ts';
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

/** Opens one registration for the police's system, under the legal duty. Throws Refusal as `openPurpose`. */
export async function openForRegister(session: Opener, { row, consents }: DeskEntry): Promise<OpenedForRegister> {
  const identity = await openPurpose(session, row, 'identity', 'legal-duty', consents.past);
  if (identity.purpose !== 'identity') throw new Refusal('cannot_open', 'another purpose');
  const hasMinors = row.purposes.includes('minors');
  if (!hasMinors || !session.person.granted.includes('minors'))
    return { people: identity.people, minors: [], minorsClosed: hasMinors };
  const opened = await openPurpose(session, row, 'minors', 'legal-duty', consents.past);
  return { people: identity.people, minors: opened.purpose === 'minors' ? opened.minors : [], minorsClosed: false };
}

/**
 * Opens many for a file: the server logs each before it answers. Whoever can't be opened is null, and stops nobody else's.
 * Throws Refusal where the server refuses the whole.
 */
export async function openForFile(
  { api, keyring, property }: Opener,
  entries: readonly DeskEntry[],
): Promise<ReadonlyMap<string, OpenedForRegister | null>> {
  const { opened } = await api.registerFile(entries.map(({ row }) => row.registration));
  const all = new Map<string, OpenedForRegister | null>();
  for (const { row, consents } of entries) {
    const { registration } = row;
    const read = async (purpose: 'identity' | 'minors') => {
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
      const people = identity?.purpose === 'identity' ? identity.people : null;
      const listed = minors?.purpose === 'minors' ? minors.minors : [];
      all.set(registration, people === null ? null : { people, minors: listed, minorsClosed: false });
    } catch {
      all.set(registration, null);
    }
  }
  return all;
}
