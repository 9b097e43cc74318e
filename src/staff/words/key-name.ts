import type { KeyPurpose } from '../../protocol/staff.ts';
import type { StaffMessages } from '../../ui/messages/en/staff.ts';

/** What a key opens, in words. */
export function keyName({ purposes, restore }: StaffMessages, purpose: KeyPurpose): string {
  return purpose === 'card' ? restore.card : purposes[purpose];
}
