import * as z from 'zod/mini';
import { propertyIdSchema } from '../../protocol/ids.ts';
import { languageSchema } from '../../protocol/languages.ts';
import { handleSchema } from '../../protocol/staff.ts';
import { seenTeamSchema } from '../../protocol/team-list.ts';

/** All that a tablet remembers. Nothing of a guest, no key and no passphrase is ever among it. */
const memorySchema = z.object({
  language: z.optional(languageSchema),
  /** Which hotel's desk this is; public, part of every poster's address. */
  property: z.optional(propertyIdSchema),
  /** Only when the person asked for it. */
  handle: z.optional(handleSchema),
  /** Of each hotel whose owner worked here, the number and hash of the newest team list; names nobody. */
  teams: z.optional(z.record(propertyIdSchema, seenTeamSchema)),
});
export type DeviceMemory = z.infer<typeof memorySchema>;

const key = 'foyer.desk';

export interface Memory {
  read(): DeviceMemory;
  /** Changes what is given; undefined forgets. */
  change(change: { [K in keyof DeviceMemory]?: DeviceMemory[K] | undefined }): void;
}

/** A tablet without storage remembers nothing and works all the same. `storage` is asked for each time: asking may throw. */
export function deviceMemory(storage: () => Storage): Memory {
  const read = (): DeviceMemory => {
    try {
      const parsed = memorySchema.safeParse(JSON.parse(storage().getItem(key) ?? '{}'));
      return parsed.success ? parsed.data : {};
    } catch {
      return {};
    }
  };
  return {
    read,
    change: (change) => {
      try {
        storage().setItem(key, JSON.stringify({ ...read(), ...change }));
      } catch {
        // Full or forbidden: it is a convenience.
      }
    },
  };
}
