import type { GuestCatalogue } from '../messages.ts';
import { common } from './common.ts';
import { guest } from './guest.ts';
import { nearProblems } from './near-problems.ts';

export const guestCatalogue: GuestCatalogue = { common, guest, nearProblems };
