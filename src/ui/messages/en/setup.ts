export const setup = {};

/** What every language has to say in this area. */
export type SetupMessages = typeof setup;
