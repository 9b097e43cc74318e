import { fixedHotel, expectationOf, now, day } from '../../../vectors/fixed-hotel.ts';
import { fixedProvenReceipt } from '../../../vectors/fixed-receipt.ts';
import { fixedRegistration } from '../../../vectors/fixed-registration.ts';
import { signManifest } from '../../../../src/crypto/sign-manifest.ts';

// A server that has everything a server has: its database, its receipt key, every public key, and another hotel whose keys are all its own.
// What it hasn't: this hotel's root, sealing keys and staff, and the guest's secret.

/** What the server tries, what it is refused with (`code` or `code: detail`), and the attempt. */
export type Attack = [attack: string, refusal: string, attempt: () => Promise<unknown>];

export const hotel = await fixedHotel();
/** A hotel run by the attacker: every key of it is theirs. */
export const evil = await fixedHotel('fyrqc00002');
export const guest = await fixedRegistration(hotel);
export const other = await fixedRegistration(hotel, 'guest 2');
export const elsewhere = await fixedRegistration(evil);
/** The manifest after the hotel's first. */
export const newer = await signManifest({ ...hotel.draft, previous: hotel.manifest, now: now + day / 2 });
export const good = await fixedProvenReceipt(hotel, guest);
export const theirs = await fixedProvenReceipt(hotel, other);
export const poster = expectationOf(hotel);
