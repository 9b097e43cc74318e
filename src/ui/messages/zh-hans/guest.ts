import type { GuestMessages } from '../en/guest.ts';

export const guest: GuestMessages = {};
