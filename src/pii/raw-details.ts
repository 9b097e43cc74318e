/** One person of the identity register as typed. */
export interface RawPerson {
  /** Not read for the first person: that is the guest, whose name is the form's `name`. */
  readonly name: string;
  /** ISO 3166-1 alpha-2, from the list. */
  readonly nationality: string;
  /** A `DocumentKind`, from the list. */
  readonly documentKind: string;
  readonly documentNumber: string;
  /** May be empty with a resident identity number, which holds it. */
  readonly birthDate: string;
}

/** A guest under 18 and their guardian as typed. */
export interface RawMinor {
  readonly minorName: string;
  /** `under-14` or `14-17`. */
  readonly minorAge: string;
  readonly guardianName: string;
  readonly guardianRelation: string;
  /** A phone number or an e-mail address, whichever they prefer. */
  readonly guardianContact: string;
  /** Country picked beside the phone number, ISO 3166-1 alpha-2; '' when none was. */
  readonly guardianContactCountry: string;
}

/** What a temporary rule asks, as picked: what isn't there isn't asked. */
export interface RawTemporary {
  readonly places?: readonly { readonly place: string }[];
  readonly health?: string;
}

/** The whole form as typed: every value a string, nothing trimmed, nothing judged. */
export interface RawDetails {
  readonly name: string;
  readonly phone: string;
  /** Country picked beside the phone number, ISO 3166-1 alpha-2; '' when none was. */
  readonly phoneCountry: string;
  readonly email: string;
  /** Dates are written `YYYY-MM-DD`, as a date field gives them. */
  readonly checkIn: string;
  readonly checkOut: string;
  readonly partySize: string;
  readonly people: readonly RawPerson[];
  readonly minors: readonly RawMinor[];
  readonly temporary?: RawTemporary;
}

/** The place of a field in `RawDetails`. `people` and `minors` are the lists as such, `form` is everything together. */
export type FieldPath =
  | 'form'
  | Exclude<keyof RawDetails, 'phoneCountry'>
  | `people.${number}.${keyof RawPerson}`
  | `temporary.places.${number}.place`
  | 'temporary.health'
  | `minors.${number}.${Exclude<keyof RawMinor, 'guardianContactCountry'>}`;

export const emptyPerson: RawPerson = {
  name: '',
  nationality: '',
  documentKind: '',
  documentNumber: '',
  birthDate: '',
};

export const emptyMinor: RawMinor = {
  minorName: '',
  minorAge: '',
  guardianName: '',
  guardianRelation: '',
  guardianContact: '',
  guardianContactCountry: '',
};

/** An untouched form for a stay of one night from `today`. */
export function emptyDetails(today: string, tomorrow: string): RawDetails {
  return {
    name: '',
    phone: '',
    phoneCountry: '',
    email: '',
    checkIn: today,
    checkOut: tomorrow,
    partySize: '1',
    people: [],
    minors: [],
  };
}
