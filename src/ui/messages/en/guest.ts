export const guest = {};

/** What every language has to say in this area. */
export type GuestMessages = typeof guest;
