import { longestLogLine } from '../../protocol/log-export.ts';

/**
 * The lines of a file, without their ends. A last line without an end counts; blank lines at the end don't. Bytes that aren't UTF-8 come
 * out as U+FFFD, so that what was damaged is found where it stands. A line longer than any of ours is given as far as it was read, and
 * nothing after it.
 */
export async function* readLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let held = '';
  let blank = 0;
  const whole = function* (text: string): Generator<string> {
    if (text === '') {
      blank += 1;
      return;
    }
    for (; blank > 0; blank--) yield '';
    yield text;
  };
  for await (const chunk of chunks) {
    const [first = '', ...rest] = decoder.decode(chunk, { stream: true }).split('\n');
    held += first;
    for (const next of rest) {
      yield* whole(held.replace(/\r$/, ''));
      held = next;
    }
    if (held.length > longestLogLine) {
      yield held;
      return;
    }
  }
  yield* whole((held + decoder.decode()).replace(/\r$/, ''));
}
