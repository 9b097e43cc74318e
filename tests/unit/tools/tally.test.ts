import { expect, test } from 'vitest';
import { playwrightTally, vitestTally } from '../../tools/tally.ts';

test('a test file that could not be loaded counts as one failure', () => {
  const report = {
    numPassedTests: 3,
    numFailedTests: 1,
    numPendingTests: 0,
    numTodoTests: 0,
    testResults: [
      { status: 'passed', assertionResults: [{}, {}] },
      { status: 'failed', assertionResults: [{}, {}] },
      { status: 'failed', assertionResults: [] },
    ],
  };
  expect(vitestTally(report)).toEqual({ passed: 3, failed: 2 });
});

test('a browser test that passed only when tried again, and an error outside any test, count as failures', () => {
  const report = { stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 0 }, errors: [{}] };
  expect(playwrightTally(report)).toEqual({ passed: 5, failed: 3 });
});

test('a test that was skipped or left for later counts as failed', () => {
  const report = { numPassedTests: 3, numFailedTests: 0, numPendingTests: 1, numTodoTests: 1, testResults: [] };
  expect(vitestTally(report)).toEqual({ passed: 3, failed: 2 });
  const browser = { stats: { expected: 5, unexpected: 0, flaky: 0, skipped: 2 }, errors: [] };
  expect(playwrightTally(browser)).toEqual({ passed: 5, failed: 2 });
});

test('a report of another shape is refused, never counted as nothing', () => {
  expect(() => vitestTally({})).toThrow(/invalid/i);
  expect(() => playwrightTally({ stats: {} })).toThrow(/invalid/i);
});
