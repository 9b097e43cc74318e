import { openEnvelope } from '../../crypto/open-envelope.ts';
import { parsePayload } from '../../pii/canonical-bytes.ts';
import type { IdentityPerson, Minor } from '../../pii/details.ts';
import { purposePayloadSchema } from '../../pii/payloads.ts';
import type { ListedRow } from '../../protocol/api.ts';
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

const asked = ['identity', 'minors'] as const;

type Opener = Pick<Session, 'api' | 'keyring' | 'property' | 'person'>;

/** What is opened for the register: what the law asks, the guest wrote, and this person was granted. */
export function registerPurposes(
  { person }: Pick<Session, 'person'>,
  { purposes }: Pick<ListedRow, 'purposes'>,
): readonly ('identity' | 'minors')[] {
  return asked.filter((purpose) => purposes.includes(purpose) && person.granted.includes(purpose));
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
      const children = minors?.purpose === 'minors' ? minors.minors : null;
      const missing = people === null && (children === null || row.purposes.includes('identity'));
      const minorsClosed = children === null && row.purposes.includes('minors');
      all.set(registration, missing ? null : { people: people ?? [], minors: children ?? [], minorsClosed });
    } catch {
      all.set(registration, null);
    }
  }
  return all;
}
