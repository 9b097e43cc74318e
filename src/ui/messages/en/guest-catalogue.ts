import type { GuestCatalogue } from '../messages.ts';
import { common } from './common.ts';
import { guest } from './guest.ts';
import { problems } from './problems.ts';

export const guestCatalogue: GuestCatalogue = { common, problems, guest };
