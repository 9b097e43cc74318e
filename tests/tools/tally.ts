// Reads how many tests passed and failed out of the two runners' JSON reports.

import * as z from 'zod/mini';

export interface Tally {
  passed: number;
  failed: number;
}

const vitestReportSchema = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  // Skipped ones; nothing is skipped here, so one that is counts as failed.
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  // Suites that failed before any of their tests could run.
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
});

const playwrightReportSchema = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
  errors: z.array(z.unknown()),
});

/** Vitest's JSON report. A file that could not be loaded is one failure. */
export function vitestTally(report: unknown): Tally {
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } =
    vitestReportSchema.parse(report);
  const unloadable = testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
  return { passed: numPassedTests, failed: numFailedTests + numPendingTests + numTodoTests + unloadable.length };
}

/** Playwright's JSON report. A test that was skipped or passed only when tried again, and an error outside any test, are failures. */
export function playwrightTally(report: unknown): Tally {
  const { stats, errors } = playwrightReportSchema.parse(report);
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + stats.skipped + errors.length };
}
