import * as z from 'zod/mini';
import { registerFileLimit } from '../../protocol/hand-over.ts';
import { idSchema, propertyIdSchema } from '../../protocol/ids.ts';
import { languageSchema } from '../../protocol/languages.ts';
import { handleSchema } from '../../protocol/staff.ts';
import { seenTeamSchema } from '../../protocol/team-list.ts';
import { instantSchema } from '../../protocol/time.ts';
import { seenManifestSchema } from '../session/seen-manifests.ts';

/** A file for the police's system whose guests aren't marked as handed over yet. Registrations by their numbers, and nobody's name. */
const unmarkedFileSchema = z.object({
  id: idSchema,
  at: instantSchema,
  /** The pseudonym of who made it. */
  by: idSchema,
  /** People in it. */
  lines: z.int(),
  whole: z
    .array(z.object({ registration: idSchema, consentNumber: z.int().check(z.gte(1)) }))
    .check(z.maxLength(registerFileLimit)),
  unfinished: z.array(idSchema).check(z.maxLength(registerFileLimit)),
});
export type UnmarkedFile = z.infer<typeof unmarkedFileSchema>;

/** All that a tablet remembers. Nothing a guest told, no key and no passphrase is ever among it. */
const memorySchema = z.object({
  language: z.optional(languageSchema),
  /** Which hotel's desk this is; public, part of every poster's address. */
  property: z.optional(propertyIdSchema),
  /** Only when the person asked for it. */
  handle: z.optional(handleSchema),
  /** Of each hotel whose owner worked here, the number and hash of the newest team list; names nobody. */
  teams: z.optional(z.record(propertyIdSchema, seenTeamSchema)),
  /** Of each hotel, the register's files that were made here, the newest first, until their guests are marked or a week is over. */
  unmarked: z.optional(z.record(propertyIdSchema, z.array(unmarkedFileSchema))),
  /** Of each hotel somebody worked for here, the number and hash of the newest manifest; public. */
  manifests: z.optional(z.record(propertyIdSchema, seenManifestSchema)),
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
