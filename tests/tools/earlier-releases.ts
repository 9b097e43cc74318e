import { copyFileSync, existsSync, globSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as z from 'zod/mini';

/** Releases before this one whose hashed files are still served: a page opened under one of them finds its later parts. */
const kept = 2;

const buildSchema = z.object({
  /** Hash of what it was built from. */
  inputs: z.string(),
  /** Hashed files of this release and of those before it, the newest first. */
  releases: z.optional(z.array(z.array(z.string()))),
});
export type BuildRecord = z.infer<typeof buildSchema>;

/** What is said of the build in a folder; null where there is none, or an unreadable one. */
export function readBuild(folder: string): BuildRecord | null {
  const file = join(folder, 'build.json');
  if (!existsSync(file)) return null;
  const parsed = buildSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  return parsed.success ? parsed.data : null;
}

/**
 * Copies the hashed files of the two releases before from `before` into `fresh`, where they aren't part of it anyway, and gives the
 * record of the build in `fresh`.
 */
export function keepEarlier(before: string, fresh: string, inputs: string): BuildRecord {
  const own = globSync('assets/**/*.*', { cwd: fresh }).sort();
  const last = readBuild(before);
  const earlier = (last?.releases ?? []).slice(last?.inputs === inputs ? 1 : 0).slice(0, kept);
  for (const file of new Set(earlier.flat())) {
    if (existsSync(join(fresh, file)) || !existsSync(join(before, file))) continue;
    mkdirSync(dirname(join(fresh, file)), { recursive: true });
    copyFileSync(join(before, file), join(fresh, file));
  }
  return { inputs, releases: [own, ...earlier] };
}
