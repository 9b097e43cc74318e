import type { StaffMessages } from '../en/staff.ts';

export const staff: StaffMessages = {};
