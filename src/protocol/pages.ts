/** Addresses people see. */
export const pages = {
  guest: (property: string) => `/p/${property}`,
  registration: '/r',
  verify: '/verify',
  staff: (property: string) => `/staff/${property}`,
  setup: '/staff/setup',
  /** For somebody who is invited. */
  join: '/staff/join',
} as const;
