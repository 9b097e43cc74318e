import { parseArgs } from 'node:util';
import { idSchema } from '../protocol/ids.ts';

export const usage = `Usage: foyer verify-log <file> [options]

Verifies a hotel's exported log. Asks no server and needs no network.

  --fingerprint <22 characters>  the hotel's root, from a poster: what stands after # and before the dot
  --anchor <file>                a checkpoint that was printed, mailed or saved; may be given again
  --receipt <file>               a guest's receipt; may be given again
  --json                         the outcome as one JSON object

Ends with 0 where everything holds, 1 where something doesn't, 2 where it couldn't be checked.
`;

export interface Asked {
  readonly file: string;
  readonly fingerprint: string | null;
  readonly anchors: readonly string[];
  readonly receipts: readonly string[];
  readonly json: boolean;
}

/** What was typed makes no sense; the message says why. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

const options = {
  fingerprint: { type: 'string' },
  anchor: { type: 'string', multiple: true },
  receipt: { type: 'string', multiple: true },
  json: { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

/** Throws UsageError. */
export function readArguments(given: readonly string[]): Asked | 'help' {
  const { values, positionals } = parse(given);
  if (values.help === true) return 'help';
  const [command, file, ...rest] = positionals;
  if (command !== 'verify-log')
    throw new UsageError(command === undefined ? 'What is to be done?' : `There is no ${command}.`);
  if (file === undefined) throw new UsageError('Which file is the exported log?');
  if (rest.length > 0) throw new UsageError(`One log at a time; ${rest.join(' ')} is too much.`);
  const fingerprint = values.fingerprint ?? null;
  if (fingerprint !== null && !idSchema.safeParse(fingerprint).success)
    throw new UsageError('A fingerprint has 22 characters: letters, digits, - and _.');
  return {
    file,
    fingerprint,
    anchors: values.anchor ?? [],
    receipts: values.receipt ?? [],
    json: values.json ?? false,
  };
}

function parse(given: readonly string[]) {
  try {
    return parseArgs({ args: [...given], options, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : 'That makes no sense.', { cause: error });
  }
}
