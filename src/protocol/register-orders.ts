import type { Citation } from './notice.ts';

/** Everything a register of guests can ask for. What the guest's passport says of visa and entry is entered at the desk and kept nowhere. */
export const registerFields = [
  'name',
  'nationality',
  'documentKind',
  'documentNumber',
  'birthDate',
  'visaKind',
  'visaNumber',
  'visaUntil',
  'entryDate',
  'entryPort',
  'room',
  'arrivedAt',
  'checkOut',
  'guardianName',
  'guardianRelation',
  'guardianContact',
] as const;
export type RegisterField = (typeof registerFields)[number];

/** Read off a foreign passport, and only where the local rule asks for it. */
export const entryFields = ['visaKind', 'visaNumber', 'visaUntil', 'entryDate', 'entryPort'] as const;
export type EntryField = (typeof entryFields)[number];

export function isEntryField(field: RegisterField): field is EntryField {
  return entryFields.some((one) => one === field);
}

export const registerOrderIds = ['neutral', 'example'] as const;
export type RegisterOrderId = (typeof registerOrderIds)[number];

/**
 * `xlsx` for whoever opens it in a spreadsheet: every cell is text, and numbers stay as they are written. The others are only for a system
 * that imports them: `csv` has a line of names on top; `text` is one guest a line, with a bar between fields and no names.
 */
export type RegisterFileFormat = 'xlsx' | 'csv' | 'text';

/** How the local police's system wants guests: which field comes when, how dates are written, and what a file looks like. */
export interface RegisterOrder {
  readonly id: RegisterOrderId;
  readonly fields: readonly RegisterField[];
  /** `2026-05-04` or `20260504`; moments get hours and minutes behind. */
  readonly dates: 'dashed' | 'compact';
  /** The one the system wants first. */
  readonly files: readonly [RegisterFileFormat, RegisterFileFormat];
  /** As in citations: no order of a local system could be checked, so each says so. */
  readonly certainty: Citation['certainty'];
}

/** The orders offered. Systems differ from place to place: an owner picks the one that fits, and a new one is a line here. */
export const registerOrders: Readonly<Record<RegisterOrderId, RegisterOrder>> = {
  neutral: { id: 'neutral', fields: registerFields, dates: 'dashed', files: ['xlsx', 'csv'], certainty: '?' },
  example: {
    id: 'example',
    fields: [
      'documentKind',
      'documentNumber',
      'name',
      'birthDate',
      'nationality',
      'room',
      'arrivedAt',
      'checkOut',
      'visaKind',
      'visaNumber',
      'visaUntil',
      'entryDate',
      'entryPort',
      'guardianName',
      'guardianRelation',
      'guardianContact',
    ],
    dates: 'compact',
    files: ['text', 'xlsx'],
    certainty: '?',
  },
};

/** As the forms of the police name them: the file is read there, whatever language the desk reads. */
export const registerHeads: Readonly<Record<RegisterField, string>> = {
  name: '姓名',
  nationality: '国籍（地区）',
  documentKind: '证件种类',
  documentNumber: '证件号码',
  birthDate: '出生日期',
  visaKind: '签证种类',
  visaNumber: '签证号码',
  visaUntil: '停留期至',
  entryDate: '入境日期',
  entryPort: '入境口岸',
  room: '房号',
  arrivedAt: '入住时间',
  checkOut: '拟离店日期',
  guardianName: '监护人姓名',
  guardianRelation: '与监护人的关系',
  guardianContact: '监护人联系方式',
};
