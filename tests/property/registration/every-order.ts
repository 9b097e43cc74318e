import { rm } from 'node:fs/promises';
import * as fc from 'fast-check';
import type { GuestDetails } from '../../../src/pii/details.ts';
import { addDays, toDate } from '../../../src/protocol/time.ts';
import { GuestPhone, sampleDetails } from '../../support/guest-phone.ts';
import { checkEnd } from './check-agreement.ts';
import { commands } from './commands.ts';
import { firstYes, type Model, newModel, type World } from './model.ts';
import { makeHotelOnDisk, Place } from './place.ts';

/** Orders in `npm test`, shared out over two files so that two workers try them. FOYER_RUNS asks for another number. */
const ordinary = 2000;

/** Registrations on one server: its database is searched after each. A campaign of more orders tries longer ones. */
const perPlace = 25;

export interface Tried {
  readonly orders: number;
  /** Acts that were really done, those left out for not being possible not counted. */
  readonly acts: number;
  /** Orders after which a piece of something destroyed was still on the disk until a round. */
  readonly leftToRound: number;
  /** Empty when everything agreed; else the order, and how to try it again. */
  readonly failure: string;
}

/** Tries half of the orders. The same seed gives the same orders; FOYER_SEED, and FOYER_PATH for one order alone, try them again. */
export async function tryOrders(half: 1 | 2): Promise<Tried> {
  const asked = Number(process.env['FOYER_RUNS'] ?? ordinary);
  const seed = Number(process.env['FOYER_SEED'] ?? (Date.now() + half) % 2 ** 31);
  const path = process.env['FOYER_PATH'];
  const firstDay = await makeHotelOnDisk();
  let place: Place | null = null;
  let orders = 0;
  let acts = 0;
  let leftToRound = 0;
  const setup = async (): Promise<{ model: Model; real: World }> => {
    if (place === null || orders % perPlace === 0) {
      await place?.close();
      place = await Place.open(firstDay);
    }
    orders += 1;
    return setUpRegistration(place);
  };
  const everyOrder = fc.asyncProperty(
    fc.commands(commands, { maxCommands: asked > ordinary ? 14 : 9, size: 'max' }),
    async (order) => {
      const made = await setup();
      await fc.asyncModelRun(() => made, order);
      acts += [...order].filter((one) => 'hasRan' in one && one.hasRan === true).length;
      if (!(await checkEnd(made.model, made.real))) leftToRound += 1;
    },
  );
  try {
    const details = await fc.check(everyOrder, {
      numRuns: Math.ceil(asked / 2),
      seed,
      ...(path === undefined ? {} : { path, endOnFailure: true }),
    });
    const again = `FOYER_SEED=${seed} FOYER_PATH=${details.counterexamplePath ?? ''}`;
    const reason = details.errorInstance instanceof Error ? details.errorInstance.stack : String(details.errorInstance);
    const failure = details.failed ? `${fc.defaultReportMessage(details)}\n${reason}\nOnce more: ${again}` : '';
    return { orders, acts, leftToRound, failure };
  } finally {
    await (place as Place | null)?.close();
    await rm(firstDay.folder, { recursive: true });
  }
}

async function setUpRegistration(place: Place): Promise<{ model: Model; real: World }> {
  const today = toDate(place.clock.now);
  const details: GuestDetails = { ...sampleDetails, checkIn: today, checkOut: addDays(today, 2) };
  const phone = await GuestPhone.register(place, place.hotel, firstYes, details);
  place.tablet.wake();
  const real: World = { place, phone, first: await phone.open(), bodies: [phone.sealed.body] };
  return { model: newModel(details), real };
}
