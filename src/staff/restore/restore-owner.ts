import type { RandomBytes } from '../../protocol/ids.ts';
import type { NewPerson, PassphraseParameters } from '../../protocol/staff.ts';
import { createPerson } from '../../crypto/person-keys.ts';
import { signRestoration } from '../../crypto/restoration.ts';
import type { DoorApi } from '../api/staff-api.ts';
import type { OpenedSheet } from './open-with-sheet.ts';

export interface OwnerWishes {
  readonly handle: string;
  readonly displayName: string;
  readonly passphrase: string;
}

/** An owner who was made here, and what for. Secret. */
interface TriedOwner {
  readonly wishes: OwnerWishes;
  readonly person: NewPerson;
}

/** What was sent last: the very same is sent again after the line broke, since the server may have it already. */
export interface LastTried {
  current: TriedOwner | null;
}

/**
 * Makes a new owner with what the sheet opened: keys of their own under a passphrase of their own, every key of the hotel sealed to
 * them, all of it signed by the root for this one challenge. Whoever tries again as they were with the same `tried` is the same owner and
 * no second one. Throws Refusal `conflict` where the name is taken, and the server's others.
 */
export async function restoreOwner(
  door: Pick<DoorApi, 'startRestoration' | 'restore'>,
  opened: OpenedSheet,
  wishes: OwnerWishes,
  tools: { readonly now: number; readonly random: RandomBytes; readonly parameters?: PassphraseParameters },
  tried: LastTried = { current: null },
): Promise<void> {
  const { property, root, sheet } = opened;
  const before = tried.current !== null && isSame(tried.current.wishes, wishes) ? tried.current.person : null;
  const person = before ?? (await makeOwner(opened, wishes, tools));
  tried.current = { wishes, person };
  const { challenge } = await door.startRestoration(property, sheet);
  await door.restore(
    property,
    await signRestoration(root, { format: 'foyer-restoration/1', property, challenge, person }),
  );
}

function makeOwner(
  { property, root, fingerprint, keys, manifest }: OpenedSheet,
  wishes: OwnerWishes,
  tools: Parameters<typeof restoreOwner>[3],
): Promise<NewPerson> {
  const { epoch } = manifest.manifest;
  return createPerson({ ...wishes, ...tools, property, role: 'owner', purposes: keys, epoch, fingerprint, root });
}

function isSame(one: OwnerWishes, other: OwnerWishes): boolean {
  return one.handle === other.handle && one.displayName === other.displayName && one.passphrase === other.passphrase;
}
