/** A form's answers that were typed and not kept, and what stood in the form before. */
export interface Typed<Answers> {
  readonly before: Answers;
  readonly answers: Answers;
}

/** What was typed, laid over what stands there `now`: a question nobody touched shows what it would without it. */
export function laidOver<Answers extends object>({ before, answers }: Typed<Answers>, now: Answers): Answers {
  const laid = { ...now };
  for (const key in laid) if (!sameAnswers(answers[key], before[key])) laid[key] = answers[key];
  return laid;
}

export function sameAnswers(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
