import { type Figure, meetsGoal } from './benchmark.ts';

/** A table for people: a line a figure, and under it what was measured beside it. */
export function printFigures(figures: readonly Figure[]): string {
  const lines = figures.flatMap((figure) => [
    [
      meetsGoal(figure) ? 'met   ' : 'MISSED',
      figure.name.padEnd(24),
      `${figure.value} ${figure.unit}`.padStart(12),
      `   goal ${figure.goal}`,
    ].join(' '),
    ...Object.entries(figure.baseline).map(([name, value]) => `         ${name.padEnd(36)} ${value}`),
  ]);
  return lines.join('\n');
}
