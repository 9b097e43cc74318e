// Kills the server in the middle of a crowd, starts it again on the same folder, and asks for everything it promised.

import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { verifyReceipt } from '../../../src/crypto/verify-receipt.ts';
import type { Hotel } from '../../../src/demo/set-up-hotel.ts';
import { provenReceiptSchema } from '../../../src/protocol/receipt.ts';
import { makeHotel } from '../../support/make-hotel.ts';
import { makeSubmissions } from '../../support/make-submissions.ts';
import { postBodies } from '../../support/post-bodies.ts';
import { type RunningServer, startServer } from '../../tools/start-server.ts';
import { inspectDatabase } from './inspect-database.ts';

/** When to kill: after so many receipts, and then so many milliseconds more. */
export interface Moment {
  readonly receipts: number;
  readonly milliseconds: number;
}

export interface RoundOutcome {
  readonly moment: Moment;
  /** Receipts given before the kill. */
  readonly given: number;
  /** Registrations that were durable though nobody was told. */
  readonly untold: number;
  /** Sentences; empty where the round went well. */
  readonly faults: readonly string[];
}

const crowd = 200;
const sha256 = (data: string) => createHash('sha256').update(data).digest('base64url');

/** Every round goes on in the folder the last one left. */
export async function crashRounds(moments: readonly Moment[], port: number): Promise<RoundOutcome[]> {
  const dataDir = await mkdtemp(join(tmpdir(), 'foyer-crash-'));
  const start = () => startServer({ dataDir, port });
  const outcomes: RoundOutcome[] = [];
  let server = await start();
  try {
    const hotel = await makeHotel(server);
    for (const moment of moments) {
      const submissions = await makeSubmissions({ manifest: hotel.manifest, count: crowd });
      const bodies = submissions.map(({ body }) => body);
      const posted = await killInTheMiddle(server, hotel, bodies, moment);
      const found = await inspectDatabase(dataDir, hotel.manifest.manifest);
      const faults = [...found.faults];
      const given = posted.filter(({ answer }) => answer !== null);
      for (const { answer } of given)
        if (answer?.status !== 201) faults.push(`answered ${answer?.status ?? 0}: ${answer?.text ?? ''}`);
      const told = new Map(given.map(({ body, answer }) => [body, answer?.text]));
      for (const { registration, body } of submissions) {
        const kept = found.registrations.get(registration);
        if (told.has(body) && kept === undefined) faults.push(`the receipt of ${registration} has no record`);
        if (kept !== undefined && kept !== sha256(body)) faults.push(`${registration} is kept with other bytes`);
      }
      server = await start();
      const again = await postBodies({ url: server.url, property: hotel.property, bodies, concurrency: 50 });
      for (const [at, { answer, body }] of again.entries()) {
        const submission = submissions[at];
        const before = told.get(body);
        const durable = found.registrations.has(submission?.registration ?? '');
        if (answer?.status !== (durable ? 200 : 201)) faults.push(`sent again: ${answer?.status ?? 'no answer'}`);
        else if (before !== undefined && before !== answer.text) faults.push(`sent again: another receipt`);
        else faults.push(...(await receiptFaults(answer.text, hotel, submission?.registration ?? '')));
      }
      const untold = submissions.filter(
        ({ registration, body }) => found.registrations.has(registration) && !told.has(body),
      ).length;
      outcomes.push({ moment, given: given.length, untold, faults });
    }
  } finally {
    await server.stop({ keepData: true });
    await rm(dataDir, { recursive: true, force: true });
  }
  return outcomes;
}

async function killInTheMiddle(server: RunningServer, hotel: Hotel, bodies: readonly string[], moment: Moment) {
  let receipts = 0;
  let strike: () => void = () => undefined;
  const struck = new Promise<void>((resolve) => {
    strike = resolve;
  });
  const posting = postBodies({
    url: server.url,
    property: hotel.property,
    bodies,
    concurrency: bodies.length,
    onAnswer: () => {
      receipts += 1;
      if (receipts === moment.receipts) strike();
    },
  });
  if (moment.receipts === 0) strike();
  await struck;
  if (moment.milliseconds > 0) await wait(moment.milliseconds);
  await server.stop({ keepData: true, signal: 'SIGKILL' });
  return posting;
}

async function receiptFaults(text: string, hotel: Hotel, registration: string): Promise<string[]> {
  try {
    const proven = provenReceiptSchema.parse(JSON.parse(text));
    const { receipt } = await verifyReceipt(proven, hotel.fingerprint);
    return receipt.record_id === registration ? [] : ['the receipt names another registration'];
  } catch (error) {
    return [`the receipt of ${registration} doesn't verify: ${String(error)}`];
  }
}
