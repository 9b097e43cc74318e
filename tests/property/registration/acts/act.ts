import type * as fc from 'fast-check';
import { Refusal } from '../../../../src/protocol/problems.ts';
import { checkStep } from '../check-agreement.ts';
import type { Model, World } from '../model.ts';

/** One thing that can happen. After it, whoever is awake agrees. */
export abstract class Act implements fc.AsyncCommand<Model, World> {
  check(_model: Readonly<Model>): boolean {
    return true;
  }
  abstract act(model: Model, real: World): Promise<void>;
  abstract toString(): string;

  async run(model: Model, real: World): Promise<void> {
    await real.place.pass(1000);
    await this.act(model, real);
    await checkStep(model, real);
  }
}

/** `done`, or the code an attempt is refused with. */
export async function codeOf(attempt: Promise<unknown>): Promise<string> {
  try {
    await attempt;
    return 'done';
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

/** What an act that is out of its time is refused with. */
export const lateCodes: Readonly<Record<Model['state'], string>> = {
  erased: 'already_erased',
  expired: 'gone',
  waiting: 'consent_replayed',
  arrived: 'consent_replayed',
};
