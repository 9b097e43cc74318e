/** One figure, as `--json` prints it. */
export interface Figure {
  /** Fixed: `guest.lcp_ratio`. */
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** `<= 85` */
  readonly goal: string;
  /** What was measured beside it in the same run, and what the value was made of. */
  readonly baseline: Readonly<Record<string, number>>;
}

/** Benchmarks that share their runs; only those `names` that were asked for cause the group to run. */
export interface BenchmarkGroup {
  readonly names: readonly string[];
  readonly measure: (setting: Setting) => Promise<Figure[]>;
}

export interface Setting {
  readonly quick: boolean;
  /** Progress for people; never on standard output with --json. */
  readonly say: (line: string) => void;
}

export function meetsGoal({ value, goal }: Pick<Figure, 'value' | 'goal'>): boolean {
  const [sign, limit] = goal.split(' ');
  const bound = Number(limit);
  if (sign === '<=') return value <= bound;
  if (sign === '>=') return value >= bound;
  throw new RangeError(`A goal is "<= n" or ">= n", not "${goal}".`);
}
