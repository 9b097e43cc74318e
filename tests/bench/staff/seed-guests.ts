// Fills a hotel with guests through the store's own commits. What of each is opened at the desk, the card, the contact for emergencies
// and the desk's note, is sealed with the product's code to the hotel's keys. The guest's own copy, the consent and the receipt are one
// composed guest's, copied.

import { randomBytes } from '../../../src/crypto/random-bytes.ts';
import { sealingKey } from '../../../src/crypto/property-keys.ts';
import { sealEnvelope } from '../../../src/crypto/seal-envelope.ts';
import type { Hotel } from '../../../src/demo/set-up-hotel.ts';
import { payloadBytes } from '../../../src/pii/canonical-bytes.ts';
import { maskContact } from '../../../src/pii/mask.ts';
import { encodeBase64Url } from '../../../src/protocol/base64url.ts';
import { newId } from '../../../src/protocol/ids.ts';
import type { SealingKey } from '../../../src/protocol/manifest.ts';
import type { KeyPurpose } from '../../../src/protocol/staff.ts';
import { type Submission, submissionSchema } from '../../../src/protocol/submission.ts';
import { addDays, toDate } from '../../../src/protocol/time.ts';
import { Hotels } from '../../../src/server/hotel/hotels.ts';
import { logEntryText } from '../../../src/server/log/log-entry.ts';
import type { Change } from '../../../src/server/store/change.ts';
import { openSqliteStore } from '../../../src/server/store/sqlite/open-sqlite-store.ts';
import { sealDeskNote } from '../../../src/staff/desk/seal-desk-note.ts';
import { makeSubmissions } from '../../support/make-submissions.ts';
import { seededRandom } from '../../support/seeded-random.ts';

interface Wanted {
  /** Of a server that doesn't run. */
  readonly dataDir: string;
  readonly hotel: Hotel;
  readonly count: number;
  readonly say: (line: string) => void;
}

/** Guests sealed beside each other and written in one commit. */
const together = 200;
/** Of a hundred guests, so many are on their way and so many in house; the others have left. */
const [arriving, inHouse] = [2, 3];

export async function seedGuests({ dataDir, hotel, count, say }: Wanted): Promise<void> {
  const { property, manifest, people } = hotel;
  const [composed] = await makeSubmissions({ manifest, count: 1 });
  const sample = submissionSchema.parse(JSON.parse(composed?.body ?? ''));
  const keyOf = async (wanted: KeyPurpose) => {
    const key = hotel.keys.sealing.find(({ purpose }) => purpose === wanted);
    if (key === undefined) throw new Error(`the hotel has no key for ${wanted}`);
    return sealingKey(key.pair);
  };
  const maker = {
    sample,
    card: await keyOf('card'),
    emergency: await keyOf('emergency'),
    desk: people['front-desk'].id,
  };
  const store = openSqliteStore(dataDir);
  try {
    const { sign } = await new Hotels(store, Date.now).get(property);
    for (let first = 0; first < count; first += together) {
      const numbers = Array.from({ length: Math.min(together, count - first) }, (_, at) => first + at);
      const changes = await Promise.all(numbers.map((number) => changesOf(maker, number)));
      const { outcomes } = await store.commit({ property, moment: Date.now(), changes: changes.flat(), sign });
      if (outcomes.some(({ kind }) => kind !== 'done')) throw new Error('a guest was refused');
      if ((first + together) % 10_000 === 0) say(`${first + together} of ${count} guests`);
    }
  } finally {
    await store.close();
  }
}

interface Maker {
  readonly sample: Submission;
  readonly card: SealingKey;
  readonly emergency: SealingKey;
  /** Who works at the desk. */
  readonly desk: string;
}

/** A guest's registration, and for nearly all of them the arrival with a room and the departure. */
async function changesOf({ sample, card, emergency, desk }: Maker, number: number): Promise<Change[]> {
  const at = Date.now();
  const today = toDate(at);
  const random = seededRandom(number);
  const registration = newId(at, randomBytes);
  const digest = () => encodeBase64Url(randomBytes(32));
  const consentHash = digest();
  const { property, partySize } = sample;
  const leaves = number % 100 >= arriving + inHouse;
  const [checkIn, checkOut] = [today, leaves ? today : addDays(today, random.int(5))];
  const context = { property, registration, schema: 1, consent: consentHash } as const;
  const [name, phone] = [nameFrom(random), `+86139${random.text('0123456789', 8)}`];
  const [sealedCard, contact] = await Promise.all([
    sealEnvelope(
      { ...context, kind: 'card', purpose: null },
      card,
      payloadBytes({ name, maskedContact: maskContact(phone), checkIn, checkOut, partySize }),
    ),
    sealEnvelope(
      { ...context, kind: 'purpose', purpose: 'emergency' },
      emergency,
      payloadBytes({ purpose: 'emergency', name, phone, email: null }),
    ),
  ]);
  const submission = {
    ...sample,
    registration,
    checkIn,
    checkOut,
    lookupHash: digest(),
    tokenHash: digest(),
    envelopes: [sealedCard, contact, ...sample.envelopes.filter(({ kind }) => kind === 'self')],
  };
  const entry = (action: 'registered' | 'arrived' | 'departed') =>
    logEntryText({ at, actor: desk, role: 'front-desk', action, registration });
  const changes: Change[] = [
    {
      kind: 'register',
      at,
      submission,
      bodyHash: digest(),
      consentHash,
      receipt: `a receipt for ${registration}`,
      receiptParts: [registration],
      agreed: [{ purpose: 'emergency', language: sample.language, version: sample.manifest.sequence }],
      entry: entry('registered'),
    },
  ];
  if (number % 100 < arriving) return changes;
  const note = { room: String(random.int(12) * 100 + 101 + random.int(40)), remarks: random.pick(remarks) };
  const noted = await sealDeskNote({ property, card, registration }, note);
  changes.push({
    kind: 'arrive',
    at,
    registration,
    manifestSequence: sample.manifest.sequence,
    checkOut,
    desk: noted,
    entry: entry('arrived'),
  });
  if (leaves) changes.push({ kind: 'set-stay', at, registration, checkOut, departed: true, entry: entry('departed') });
  return changes;
}

function nameFrom(random: ReturnType<typeof seededRandom>): string {
  return random.chance(0.85)
    ? random.pick(surnames) + random.text(given, 1 + random.int(2))
    : `${random.pick(firstNames)} ${random.pick(lastNames)}`;
}

const surnames = Array.from('王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗单曾仇解乐').concat('欧阳', '尉迟');
const given = '秀英文博海燕国强若曦子涵丽娟一诺雨桐晓明梓萱建华思源俊杰静雷宇航佳怡志伟桂兰长乐';
const firstNames = ['Anna', 'Björk', 'José', 'Minh', 'Oluwaseun', 'Сергей', 'Fatima', 'Siobhán', 'Zoë', 'Peter'];
const lastNames = ['Kowalska', 'Müller', 'Fernández-Ruiz', 'Nguyễn', 'Adeyemi', 'Иванов', 'O’Brien', 'Dubois', 'Smith'];
const remarks = ['', '', '要安静的房间', '加一床被子', 'Late check-out until 14:00'];
