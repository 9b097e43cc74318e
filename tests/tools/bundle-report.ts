import type { Rolldown } from 'vite';
import * as z from 'zod/mini';
import { projectFolder } from './project-folder.ts';

const moduleSchema = z.object({
  /** Path from the project's folder, or a virtual module's name. */
  module: z.string(),
  /** The file it went into. */
  chunk: z.string(),
  /** Bytes of code left after tree shaking, before minifying. */
  bytes: z.number(),
});

export const bundlesSchema = z.object({
  guest: z.array(moduleSchema),
  staff: z.array(moduleSchema),
  welcome: z.array(moduleSchema),
});

export type Bundles = z.infer<typeof bundlesSchema>;
type BundledModule = z.infer<typeof moduleSchema>;

/** Every module that left code in one of the build's chunks. */
export function modulesIn(output: Rolldown.RolldownOutput): BundledModule[] {
  return output.output.flatMap((chunk) =>
    chunk.type === 'asset'
      ? []
      : Object.entries(chunk.modules)
          .filter(([, { renderedLength }]) => renderedLength > 0)
          .map(([id, { renderedLength }]) => ({
            module: id.replace('\0', '').replace(`${projectFolder}/`, ''),
            chunk: chunk.fileName,
            bytes: renderedLength,
          })),
  );
}
