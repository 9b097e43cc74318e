// A warning nobody expected is a failure. A test that expects one replaces console.error or console.warn itself
// (vi.spyOn(console, 'error').mockImplementation(…)) and says what it expects.

import { format } from 'node:util';
import { afterEach, beforeEach, expect } from 'vitest';

const spoken: string[] = [];
const real = { error: console.error, warn: console.warn };

beforeEach(() => {
  spoken.length = 0;
  console.error = (...words: unknown[]) => spoken.push(`console.error: ${format(...words)}`);
  console.warn = (...words: unknown[]) => spoken.push(`console.warn: ${format(...words)}`);
});

afterEach(() => {
  console.error = real.error;
  console.warn = real.warn;
  expect(spoken, 'nothing unexpected on the console').toEqual([]);
});
