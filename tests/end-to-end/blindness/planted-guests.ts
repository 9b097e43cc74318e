// Guests who exist nowhere else: every detail of theirs is a text that can be searched for.

import type { Choices } from '../../../src/guest/registration/choices.ts';
import { checkCharacter } from '../../../src/pii/identity-number.ts';
import {
  emptyDetails,
  emptyMinor,
  emptyPerson,
  type RawDetails,
  type RawMinor,
  type RawPerson,
} from '../../../src/pii/raw-details.ts';
import type { Language } from '../../../src/protocol/languages.ts';
import { purposeIds } from '../../../src/protocol/purposes.ts';
import type { Channel } from '../../../src/protocol/submission.ts';
import { addDays } from '../../../src/protocol/time.ts';
import { type SeededRandom, seededRandom } from '../../support/seeded-random.ts';

export interface PlantedGuest {
  readonly raw: RawDetails;
  readonly choices: Choices;
  readonly language: Language;
  readonly channel: Channel;
  /** What the desk types at arrival. */
  readonly room: string;
  readonly remarks: string;
  /** Every text that only the guest and the desk may ever see; at least 40. */
  readonly planted: readonly string[];
}

const letters = {
  han: '竹里云岚溪霜菱蔚澜骁琅璟霁黛鸢翊',
  latin: 'aeioubcdfglmnprstvzåéøüñçşğłž',
  cyrillic: 'абвгдежзиклмнопрстуфхцчшщыэюя',
  arabic: 'ابتثجحخدذرزسشصضطظعغفقكلمنهوي',
  devanagari: 'कखगघचछजझटठडढतथदधनपफबभमयरलवशषसह',
  hangul: '가나다라마바사아자차카타파하규현빈솔',
  kana: 'あいうえおかきくけこさしすせそたちつてとなにぬねのまみむめもやゆよ',
  thai: 'กขคงจชซญดตถทนบปผพฟมยรลวสหอ',
  hebrew: 'אבגדהוזחטיכלמנסעפצקרשת',
  georgian: 'აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ',
} as const;
const scripts = Object.values(letters);
const capitals = 'ABCDEFGHJKLMNPRSTUVWXYZ';
const digits = '0123456789';
const regions = ['110105', '440104', '310101', '510104', '330106', '610102'];

export function plantedGuests(seed: number, count: number, today: string): PlantedGuest[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, (_, at) => plantedGuest(random, at, today));
}

function plantedGuest(random: SeededRandom, at: number, today: string): PlantedGuest {
  const name = personName(random, at);
  const mobile = `1${random.pick(['38', '39', '58', '77', '86'])}${random.text(digits, 8)}`;
  const abroad = at % 2 === 1;
  const phone = abroad ? `+44 7911 ${random.text('23456789', 3)} ${random.text(digits, 3)}` : mobile;
  const email = `${random.text('bcdfghjkmnpqrstvwxz', 11)}@${random.text('bcdfghjkmn', 9)}.example`;
  const people = [name, ...Array.from({ length: 6 }, (_, n) => personName(random, at + n))].map((one, n) =>
    // One adult, and children of fifteen or sixteen: other adults register for themselves.
    person(random, one, n, n === 0 ? 1950 + random.int(45) : Number(today.slice(0, 4)) - 16),
  );
  const minors = [
    ...people.slice(1).map((one, n) => ({ ...minor(random, at + n), minorName: one.name, minorAge: '14-17' })),
    { ...minor(random, at), minorAge: 'under-14', guardianName: name },
  ];
  const room = `${random.text(letters.han, 2)}-${random.text(digits, 5)}`;
  const remarks = `${random.text(letters.han, 5)} ${random.text(letters.latin, 9)}, ${random.text(letters.cyrillic, 8)}`;
  const raw: RawDetails = {
    ...emptyDetails(today, addDays(today, 1 + random.int(5))),
    name,
    phone,
    email,
    partySize: '12',
    people,
    minors,
  };
  // Every second guest says no to some: what they typed all the same must not go anywhere either.
  const answers = Object.fromEntries(purposeIds.map((id) => [id, at % 2 === 0 || random.chance(0.6) ? 'yes' : 'no']));
  return {
    raw,
    choices: { answers: { ...answers, emergency: 'yes' }, identity: at % 4 === 3 ? 'desk' : 'here' },
    language: at % 3 === 2 ? 'en' : 'zh-Hans',
    channel: random.pick(['reception', 'lobby', 'room', 'website']),
    room,
    remarks,
    planted: [...new Set([...plantedIn(raw), room, remarks])],
  };
}

/** Everything typed into a form that says who somebody is, and the parts of it that still would. */
function plantedIn(raw: RawDetails): string[] {
  const contacts = [raw.phone, raw.email, ...raw.minors.map((one) => one.guardianContact)].filter((one) => one !== '');
  return [
    raw.name,
    ...contacts,
    ...contacts.map((one) => (one.includes('@') ? one.slice(0, one.indexOf('@')) : one.replaceAll(/\D/g, ''))),
    ...raw.people.flatMap((one) => [one.name, one.documentNumber, one.birthDate]),
    ...raw.minors.flatMap((one) => [one.minorName, one.guardianName, one.guardianRelation]),
  ].filter((one) => one !== '');
}

function personName(random: SeededRandom, at: number): string {
  const script = scripts[at % scripts.length] ?? letters.han;
  return script === letters.han ? random.text(script, 4) : `${random.text(script, 5)} ${random.text(script, 7)}`;
}

function person(random: SeededRandom, name: string, at: number, year: number): RawPerson {
  // Never the first of January: 1970-01-01 is in the memory of every program. Nor a month with public holidays: the server knows
  // those of every year since 2004 by their dates.
  const birthDate = `${year}-${random.pick(['03', '07', '08', '11'])}-${String(3 + random.int(26)).padStart(2, '0')}`;
  if (at % 2 === 0) {
    const number = `${random.pick(regions)}${birthDate.replaceAll('-', '')}${random.text(digits, 3)}`;
    return {
      ...emptyPerson,
      name,
      nationality: 'CN',
      documentKind: 'resident-id',
      documentNumber: number + checkCharacter(number),
      birthDate,
    };
  }
  const documentNumber = random.text(capitals, 2) + random.text(digits, 7);
  return {
    ...emptyPerson,
    name,
    nationality: random.pick(['PL', 'JP', 'KR', 'DE', 'RU']),
    documentKind: 'passport',
    documentNumber,
    birthDate,
  };
}

function minor(random: SeededRandom, at: number): RawMinor {
  return {
    ...emptyMinor,
    minorName: personName(random, at + 3),
    guardianName: personName(random, at + 5),
    guardianRelation: random.text(scripts[(at + 7) % scripts.length] ?? letters.latin, 8),
    guardianContact: at % 2 === 0 ? `139${random.text(digits, 8)}` : `${random.text('bcdfghjkmnp', 10)}@kin.example`,
  };
}
