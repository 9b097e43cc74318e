/** Limits both the form and the parsing of opened envelopes use. Lengths are in UTF-16 code units. */
export const limits = {
  name: 100,
  documentNumber: 30,
  email: 254,
  relation: 40,
  room: 20,
  remarks: 200,
  roomType: 30,
  fileNumber: 20,
  /** Minor units of CNY: ¥1,000,000.00. */
  amountSpent: 100_000_000,
  people: 20,
  minors: 10,
  places: 8,
} as const;

/**
 * Document kinds of the identity register (旅馆业治安管理办法 6): 居民身份证, passport, 港澳居民来往内地通行证,
 * 台湾居民来往大陆通行证, 外国人永久居留身份证, other valid document; and the electronic identity card a phone shows, of which the kind
 * and the number are kept, never a picture.
 */
export const documentKinds = [
  'resident-id',
  'passport',
  'hk-macau-permit',
  'taiwan-permit',
  'foreign-pr-id',
  'electronic-id',
  'other',
] as const;
