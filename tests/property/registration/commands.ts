import * as fc from 'fast-check';
import type { PurposeId } from '../../../src/protocol/purposes.ts';
import { Arrive, DeskDeletes, DeskTakesBack, See } from './acts/desk-acts.ts';
import { Correct, Delete, Give, RegisterAgain, SendAgain, StaleYes, TakeBack } from './acts/guest-acts.ts';
import { EndSealedOff, Expire, Restart, Sleep, Wake } from './acts/time-acts.ts';
import type { Model, World } from './model.ts';

type Command = fc.AsyncCommand<Model, World>;

const consents = fc.constantFrom<PurposeId[]>('emergency', 'billing', 'membership', 'offers');
// What is given at first, so that taking back often has something to take.
const likely = fc.oneof(fc.constantFrom<PurposeId[]>('billing', 'offers'), consents);
const correction = fc.tuple(fc.integer({ min: 10_000_000, max: 99_999_999 }), fc.boolean());

const guest: fc.Arbitrary<Command> = fc.oneof(
  { weight: 3, arbitrary: consents.map((purpose) => new Give(purpose)) },
  { weight: 4, arbitrary: likely.map((purpose) => new TakeBack(purpose)) },
  { weight: 2, arbitrary: correction.map(([digits, identity]) => new Correct(digits, identity)) },
  { weight: 1, arbitrary: fc.constant(new Delete()) },
  { weight: 4, arbitrary: fc.nat({ max: 5 }).map((back) => new SendAgain(back)) },
  { weight: 1, arbitrary: fc.constant(new RegisterAgain()) },
  { weight: 1, arbitrary: fc.constant(new StaleYes()) },
);
const desk: fc.Arbitrary<Command> = fc.oneof(
  { weight: 3, arbitrary: fc.constant(new Arrive()) },
  { weight: 1, arbitrary: fc.constant(new See()) },
  { weight: 1, arbitrary: likely.map((purpose) => new DeskTakesBack(purpose)) },
  { weight: 1, arbitrary: fc.constant(new DeskDeletes()) },
);
const circumstances: fc.Arbitrary<Command> = fc.oneof(
  { weight: 2, arbitrary: fc.constant(new Sleep()) },
  { weight: 2, arbitrary: fc.constant(new Wake()) },
  { weight: 1, arbitrary: fc.constant(new Restart()) },
  { weight: 1, arbitrary: fc.constant(new Expire()) },
  { weight: 1, arbitrary: fc.constant(new EndSealedOff()) },
);

/** Everything that can happen to a registration; twice as likely by the guest as by the desk. */
export const commands: fc.Arbitrary<Command>[] = [guest, guest, guest, guest, desk, desk, circumstances];
