import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { readLines } from '../crypto/log/read-lines.ts';
import { verifyLog } from '../crypto/log/verify-log.ts';
import { Refusal } from '../protocol/problems.ts';
import { describeCheck } from './describe-check.ts';
import { readAnchors, readReceipts } from './read-witnesses.ts';
import { readArguments, usage, UsageError } from './read-arguments.ts';

export interface Terminal {
  readonly write: (text: string) => void;
  readonly complain: (text: string) => void;
  /** Whether somebody watches what is complained about. */
  readonly isTerminal: boolean;
}

/** Everything holds; something doesn't; it, or an anchor given for it, couldn't be read. */
export type ExitCode = 0 | 1 | 2;

/** `foyer verify-log …`. Opens the files it is given and nothing else. */
export async function runCommand(given: readonly string[], terminal: Terminal): Promise<ExitCode> {
  try {
    const asked = readArguments(given);
    if (asked === 'help') {
      terminal.write(usage);
      return 0;
    }
    const check = await verifyLog({
      lines: readLines(createReadStream(asked.file)),
      fingerprint: asked.fingerprint,
      anchors: await readAnchors(asked.anchors),
      receipts: await readReceipts(asked.receipts),
      ...(terminal.isTerminal
        ? {
            onProgress: (done, total) =>
              terminal.complain(`\r${done} of ${total} entries${done === total ? '\n' : ''}`),
          }
        : {}),
    });
    terminal.write(asked.json ? `${JSON.stringify(check)}\n` : describeCheck(check, basename(asked.file)));
    if (!check.holds) return 1;
    return check.witnesses.some(({ outcome }) => outcome === 'unreadable') ? 2 : 0;
  } catch (error) {
    terminal.complain(`${sentenceOf(error)}\n`);
    return 2;
  }
}

function sentenceOf(error: unknown): string {
  if (error instanceof UsageError) return `${error.message}\n\n${usage}`;
  if (error instanceof Refusal && error.code === 'log_invalid') return 'This is not a log exported by Foyer.';
  return error instanceof Error ? error.message : String(error);
}
