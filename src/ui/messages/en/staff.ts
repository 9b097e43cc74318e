export const staff = {};

/** What every language has to say in this area. */
export type StaffMessages = typeof staff;
