import { registrationChangeSchema } from '../../../src/protocol/registration-change.ts';
import { submissionSchema } from '../../../src/protocol/submission.ts';
import {
  GuestPhone,
  type OpenedByPhone,
  realHotel,
  sampleDetails,
  samplePerson,
  type Wish,
} from '../../support/guest-phone.ts';
import type { TestServer } from '../../support/test-server.ts';

const changes: Readonly<Record<string, Wish | 'deletion'>> = {
  'a use taken back': { takeBack: ['offers'] },
  'details corrected': { details: { ...sampleDetails, phone: '+8613900139000', people: [samplePerson] } },
  'everything deleted': 'deletion',
};

export interface DoneAct {
  readonly act: string;
  /** Sealed parts (ciphertexts and the keys or nonces beside them, base64url) that this act destroyed, and this guest's that stay. */
  readonly gone: readonly string[];
  readonly kept: readonly string[];
}

/** One guest after the other changes their mind, among others who don't. Each act is told the moment its answer is here. */
export async function* actsOneByOne(server: TestServer): AsyncGenerator<DoneAct> {
  const hotel = await realHotel(server);
  const details = { ...sampleDetails, people: [samplePerson] };
  const register = () => GuestPhone.register(server, hotel, ['billing', 'offers', 'membership'], details);
  for (const [act, change] of Object.entries(changes)) {
    const [, phone] = [await register(), await register(), await register()];
    const opened = await phone.open();
    const before = partsOf(phone.sealed.body);
    const after = change === 'deletion' ? await deleted(phone) : await changed(phone, opened, change);
    const isGone = (name: string) => after === null || after.has(name) || isTakenBack(name, change);
    const partsWhere = (gone: boolean) => [...before].flatMap(([name, parts]) => (isGone(name) === gone ? parts : []));
    yield { act, gone: partsWhere(true), kept: [...partsWhere(false), ...[...(after?.values() ?? [])].flat()] };
  }
}

const isTakenBack = (name: string, change: Wish | 'deletion') =>
  change !== 'deletion' && (change.takeBack ?? []).some((purpose) => purpose === name);

async function deleted(phone: GuestPhone): Promise<null> {
  await phone.delete();
  return null;
}

async function changed(phone: GuestPhone, opened: OpenedByPhone, wish: Wish): Promise<Map<string, string[]>> {
  const sealed = await phone.compose(opened, wish);
  await phone.send(opened, sealed);
  return partsOf(sealed.body);
}

/** By name, every envelope in a body a phone sends: the ciphertext, and the sender's key or the nonce. */
function partsOf(body: string): Map<string, string[]> {
  const json: unknown = JSON.parse(body);
  const { envelopes } = submissionSchema.safeParse(json).data ?? registrationChangeSchema.parse(json);
  return new Map(envelopes.map(({ kind, purpose, ciphertext, enc }) => [purpose ?? kind, [ciphertext, enc]]));
}
