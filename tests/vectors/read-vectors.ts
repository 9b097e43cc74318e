import { readFileSync } from 'node:fs';
import { type VectorFiles, vectorFilesSchema } from './vector-files.ts';

/** File names under this folder, by what they hold. */
export const vectorFileNames: Readonly<Record<keyof VectorFiles, string>> = {
  envelopes: 'envelopes.json',
  selfCopies: 'self-copies.json',
  consents: 'consents.json',
  manifests: 'manifests.json',
  teams: 'teams.json',
  receipts: 'receipts.json',
  proofs: 'proofs.json',
  derivations: 'derivations.json',
  hpke: 'hpke.json',
};

export function vectorPath(fileName: string): URL {
  return new URL(fileName, import.meta.url);
}

/** Reads all frozen files. Throws where one of them has lost its shape. */
export function readVectors(): VectorFiles {
  const entries = Object.entries(vectorFileNames).map(([key, fileName]) => {
    const json: unknown = JSON.parse(readFileSync(vectorPath(fileName), 'utf8'));
    return [key, json] as const;
  });
  return vectorFilesSchema.parse(Object.fromEntries(entries));
}
