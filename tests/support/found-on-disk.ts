import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Pieces of every ciphertext are looked for, so that a page that was cut or half overwritten is found too. Bytes. */
const piece = 24;

/** Which of these ciphertexts (base64url) have any piece of theirs in any file under a folder. */
export async function foundOnDisk(folder: string, ciphertexts: readonly string[]): Promise<string[]> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  const contents = await Promise.all(
    files.filter((file) => file.isFile()).map((file) => readFile(join(file.parentPath, file.name))),
  );
  return ciphertexts.filter((text) => {
    const bytes = Buffer.from(text, 'base64url');
    for (let at = 0; at + piece <= bytes.length; at += piece) {
      const part = bytes.subarray(at, at + piece);
      if (contents.some((content) => content.includes(part))) return true;
    }
    return false;
  });
}
