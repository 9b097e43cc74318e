import { type HandedProof, handedProofSchema } from '../../protocol/api.ts';

/**
 * Reads the link of a printed certificate, `#<registration>.<number>.<token>`, and removes it from the address. Null where there is none;
 * what an app appended to the address is left aside.
 */
export function takeHanded({ location, history }: Pick<Window, 'location' | 'history'>): HandedProof | null {
  const fragment = /^#([\w-]{22})\.(\d{1,6})\.([\w-]{22})(?![\w-])/.exec(location.hash);
  if (location.hash !== '') history.replaceState(null, '', `${location.pathname}${location.search}`);
  const [, registration, number, token] = fragment ?? [];
  const parsed = handedProofSchema.safeParse({ registration, number: Number(number), token });
  return parsed.success ? parsed.data : null;
}
