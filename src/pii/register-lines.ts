import {
  entryFields,
  type EntryField,
  isEntryField,
  type RegisterField,
  type RegisterOrder,
} from '../protocol/register-orders.ts';
import type { DocumentKind, IdentityPerson, Minor } from './details.ts';
import { listedMinors } from './listed-minors.ts';

/** Where somebody's document comes from; what the register asks differs by it. */
export type GuestOrigin = 'mainland' | 'hong-kong-macau-taiwan' | 'abroad';

const regions: readonly string[] = ['HK', 'MO', 'TW'];

export function originOf({
  documentKind,
  nationality,
}: Pick<IdentityPerson, 'documentKind' | 'nationality'>): GuestOrigin {
  switch (documentKind) {
    case 'resident-id':
    case 'electronic-id':
      return 'mainland';
    case 'hk-macau-permit':
    case 'taiwan-permit':
      return 'hong-kong-macau-taiwan';
    case 'foreign-pr-id':
      return 'abroad';
    case 'passport':
    case 'other':
      if (regions.includes(nationality)) return 'hong-kong-macau-taiwan';
      return nationality === 'CN' ? 'mainland' : 'abroad';
  }
}

/** As the forms of the police name them. */
const documentNames: Readonly<Record<DocumentKind, string>> = {
  'resident-id': '居民身份证',
  'electronic-id': '居民身份证（电子）',
  passport: '护照',
  'hk-macau-permit': '港澳居民来往内地通行证',
  'taiwan-permit': '台湾居民来往大陆通行证',
  'foreign-pr-id': '外国人永久居留身份证',
  other: '其他证件',
};

/** What a foreign passport says of visa and entry, as read at the desk. */
export type EntryFacts = Readonly<Record<EntryField, string>>;
export const noEntryFacts: EntryFacts = { visaKind: '', visaNumber: '', visaUntil: '', entryDate: '', entryPort: '' };

/** The stay as the desk knows it. `arrivedAt` is an instant of China Standard Time, `checkOut` a date. */
export interface RegisterStay {
  readonly room: string;
  readonly arrivedAt: string;
  readonly checkOut: string;
}

export interface RegisterLine {
  readonly field: RegisterField;
  readonly value: string;
}

export interface RegisterPerson {
  /** Null for a child of whom only the guardian wrote, and no document. */
  readonly origin: GuestOrigin | null;
  /** Only fields that concern this person, in the local order. Facts of the entry are there, empty, until they are entered. */
  readonly lines: readonly RegisterLine[];
}

/**
 * A registration's people as the local system takes them. Fields go by where the document comes from: visa and entry for foreigners
 * with a passport and only where `asksEntry`, the guardian for who is listed as a minor (未成年人保护法 57). A child who is listed as a
 * minor and nowhere else comes after the others, with what is known.
 */
export function registerPeople(
  order: RegisterOrder,
  people: readonly IdentityPerson[],
  minors: readonly Minor[],
  stay: RegisterStay,
  asksEntry: boolean,
): readonly RegisterPerson[] {
  const own = listedMinors(people, minors, stay.arrivedAt.slice(0, 10));
  const listed = people.map((person, at) => linesOf(person, own.get(at)));
  const taken = new Set(own.values());
  const others = minors.filter((minor) => !taken.has(minor));
  return [...listed, ...others.map((minor) => linesOf(null, minor))];

  function linesOf(person: IdentityPerson | null, minor: Minor | undefined): RegisterPerson {
    const origin = person === null ? null : originOf(person);
    const values: Readonly<Record<Exclude<RegisterField, EntryField>, string | undefined>> = {
      name: person?.name ?? minor?.name,
      nationality: person === null ? undefined : countryName(person.nationality),
      documentKind: person === null ? undefined : documentNames[person.documentKind],
      documentNumber: person?.documentNumber,
      birthDate: person === null ? undefined : dateIn(order, person.birthDate),
      room: stay.room,
      arrivedAt: momentIn(order, stay.arrivedAt),
      checkOut: dateIn(order, stay.checkOut),
      guardianName: minor?.guardian.name,
      guardianRelation: minor?.guardian.relation,
      guardianContact: minor === undefined ? undefined : dialled(minor.guardian.contact),
    };
    const entry = asksEntry && origin === 'abroad' && person?.documentKind !== 'foreign-pr-id';
    const lines = order.fields.flatMap((field): RegisterLine[] => {
      const value = isEntryField(field) ? (entry ? '' : undefined) : values[field];
      return value === undefined ? [] : [{ field, value }];
    });
    return { origin, lines };
  }
}

/** The lines with what was read off the passport. */
export function withEntryFacts(
  order: RegisterOrder,
  lines: readonly RegisterLine[],
  facts: EntryFacts,
): RegisterLine[] {
  return lines.map(({ field, value }) => {
    if (!isEntryField(field)) return { field, value };
    const fact = facts[field].trim();
    const isDate = field === 'visaUntil' || field === 'entryDate';
    return { field, value: isDate && fact !== '' ? dateIn(order, fact) : fact };
  });
}

/** One line of a file: a value for every field of the order that the file has, '' where it doesn't concern this person. */
export function fileValues(columns: readonly RegisterField[], lines: readonly RegisterLine[]): string[] {
  return columns.map((column) => lines.find(({ field }) => field === column)?.value ?? '');
}

/** The order's fields, without those of the entry where the local rule doesn't ask. */
export function fileColumns(order: RegisterOrder, asksEntry: boolean): RegisterField[] {
  return order.fields.filter((field) => asksEntry || !entryFields.some((one) => one === field));
}

function countryName(code: string): string {
  return new Intl.DisplayNames(['zh-Hans'], { type: 'region' }).of(code) ?? code;
}

function dateIn({ dates }: RegisterOrder, date: string): string {
  return dates === 'dashed' ? date : date.replaceAll('-', '');
}

function momentIn(order: RegisterOrder, instant: string): string {
  const [date, time] = [instant.slice(0, 10), instant.slice(11, 16)];
  return order.dates === 'dashed' ? `${date} ${time}` : `${dateIn(order, date)}${time.replace(':', '')}`;
}

/** A number as it is dialled in the mainland, with no sign in front that a spreadsheet would take for a formula. Digits alone, so only ever in a cell of text. */
function dialled(contact: string): string {
  return contact.replace(/^\+86(?=1\d{10}$)/, '').replace(/^\+(?=\d)/, '00');
}
