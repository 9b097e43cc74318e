import type { RandomBytes } from '../../protocol/ids.ts';
import type { PassphraseParameters } from '../../protocol/staff.ts';
import { createPerson } from '../../crypto/person-keys.ts';
import { signRestoration } from '../../crypto/restoration.ts';
import type { DoorApi } from '../api/staff-api.ts';
import type { OpenedSheet } from './open-with-sheet.ts';

export interface OwnerWishes {
  readonly handle: string;
  readonly displayName: string;
  readonly passphrase: string;
}

/**
 * Makes a new owner with what the sheet opened: keys of their own under a passphrase of their own, every key of the hotel sealed to
 * them, all of it signed by the root for this one challenge. Throws Refusal `conflict` where the name is taken, and the server's others.
 */
export async function restoreOwner(
  door: Pick<DoorApi, 'startRestoration' | 'restore'>,
  opened: OpenedSheet,
  wishes: OwnerWishes,
  tools: { readonly now: number; readonly random: RandomBytes; readonly parameters?: PassphraseParameters },
): Promise<void> {
  const { property, root, fingerprint, keys, manifest, sheet } = opened;
  const person = await createPerson({
    ...wishes,
    ...tools,
    property,
    role: 'owner',
    purposes: keys,
    epoch: manifest.manifest.epoch,
    fingerprint,
    root,
  });
  const { challenge } = await door.startRestoration(property, sheet);
  await door.restore(
    property,
    await signRestoration(root, { format: 'foyer-restoration/1', property, challenge, person }),
  );
}
