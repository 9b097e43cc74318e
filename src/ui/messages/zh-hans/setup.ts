import type { SetupMessages } from '../en/setup.ts';

export const setup: SetupMessages = {};
