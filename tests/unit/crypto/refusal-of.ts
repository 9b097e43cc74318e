import { Refusal } from '../../../src/protocol/problems.ts';

/** What a promise is refused with, as `code` or `code: detail`; says so when it isn't refused, and throws on any other error. */
export async function refusalOf(attempt: Promise<unknown>): Promise<string> {
  try {
    await attempt;
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
  return 'not refused';
}
