import * as z from 'zod/mini';
import { digestSchema } from '../../protocol/ids.ts';
import type { Memory } from '../app/device-memory.ts';

/** The newest manifest a tablet has seen of a property: its number, and SHA-256 of its text. */
export const seenManifestSchema = z.object({ sequence: z.int().check(z.gte(1)), hash: digestSchema });
export type SeenManifest = z.infer<typeof seenManifestSchema>;

/** Which manifest of each hotel was the newest on this device: an older one, or another of the same number, is refused from then on. */
export interface SeenManifests {
  of(property: string): SeenManifest | null;
  /** Keeps it where it is newer than what is kept. */
  keep(property: string, seen: SeenManifest): void;
  /** What the server shows next is believed again: an owner's own decision, where an older copy of the database was put back. */
  forget(property: string): void;
}

type Kept = Readonly<Record<string, SeenManifest>>;

function seenManifests(read: () => Kept, write: (manifests: Record<string, SeenManifest>) => void): SeenManifests {
  return {
    of: (property) => read()[property] ?? null,
    keep: (property, { sequence, hash }) => {
      const manifests = read();
      if (sequence > (manifests[property]?.sequence ?? 0)) write({ ...manifests, [property]: { sequence, hash } });
    },
    forget: (property) => {
      const { [property]: _, ...others } = read();
      write(others);
    },
  };
}

/** In what a tablet remembers; read each time, because another tab may have seen more. */
export function rememberedManifests(memory: Memory): SeenManifests {
  return seenManifests(
    () => memory.read().manifests ?? {},
    (manifests) => memory.change({ manifests }),
  );
}

/** For as long as the program runs. */
export function manifestsInMemory(): SeenManifests {
  let kept: Kept = {};
  return seenManifests(
    () => kept,
    (manifests) => {
      kept = manifests;
    },
  );
}
