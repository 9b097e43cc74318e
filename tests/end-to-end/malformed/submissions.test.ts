// Nothing a client sends can make the server fail, or store what it should not. FOYER_RUNS=1000000 for a night, FOYER_SEED to repeat.

import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { routePath } from '../../../src/protocol/routes.ts';
import type { Submission } from '../../../src/protocol/submission.ts';
import { makeHotel } from '../../support/make-hotel.ts';
import { makeSubmissions } from '../../support/make-submissions.ts';
import { postBodies } from '../../support/post-bodies.ts';
import { seededRandom } from '../../support/seeded-random.ts';
import { startServer } from '../../tools/start-server.ts';
import { inspectDatabase } from '../crash/inspect-database.ts';
import { judgeAnswer } from './answer-faults.ts';
import { stillValid } from './is-still-valid.ts';
import { inParallel, Sender } from './send-request.ts';
import { mutateSubmission, mutationNames } from './submission-mutations.ts';

const runs = Number(process.env['FOYER_RUNS'] ?? 20_000);
const seed = Number(process.env['FOYER_SEED'] ?? Date.now() % 2 ** 32);
const sha256 = (data: Buffer | string) => createHash('sha256').update(data).digest('base64url');

test(`${runs} changed submissions: never a failure, every refusal a problem document, nothing stored but what is still valid (seed ${seed})`, async () => {
  const server = await startServer();
  const hotel = await makeHotel(server);
  const sender = new Sender(server.url, 24);
  const random = seededRandom(seed);
  const made = await makeSubmissions({ manifest: hotel.manifest, count: 150, yes: ['emergency', 'offers'] });
  const bodies = made.map(({ body }) => body);
  const kept = bodies.slice(0, 50);
  await postBodies({ url: server.url, property: hotel.property, bodies: kept, concurrency: 10 });
  const materials = { property: hotel.property, otherProperty: 'abcdefghjk', bodies };
  expect(hotel.property).not.toBe(materials.otherProperty);

  const faults: string[] = [];
  const seen = new Set<string>();
  const codes = new Set<string>();
  /** Answers to what is still valid. */
  const valid: { submission: Submission; hash: string; status: number }[] = [];
  await inParallel(runs, 24, async (number) => {
    const attempt = mutateSubmission(random, materials);
    seen.add(attempt.name);
    const fault = (what: string) => faults.push(`${attempt.name} (run ${number}): ${what}`);
    try {
      const path = routePath('register', { property: 'x' }).replace(
        '/x/',
        `/${attempt.property.replaceAll(/[^!-~]/g, encodeURIComponent)}/`,
      );
      const answer = await sender.send({ method: 'POST', path, headers: attempt.headers, body: attempt.body });
      const judged = judgeAnswer(answer);
      for (const one of judged.faults) fault(one);
      if (judged.code !== null) codes.add(judged.code);
      const submission = await stillValid(attempt, hotel.manifest);
      if (submission !== null) valid.push({ submission, hash: sha256(attempt.body), status: answer.status });
      else if (answer.status < 400) fault(`was taken with ${answer.status}`);
      const conflict = judged.code === 'submission_conflict';
      if (submission !== null && answer.status >= 400 && !conflict)
        fault(`is still valid and was refused with ${answer.status} ${String(judged.code)}`);
    } catch (error) {
      fault(`no answer: ${String(error)}`);
    }
  });
  sender.stop();
  expect(faults.slice(0, 20)).toEqual([]);
  expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
  await server.stop({ keepData: true });

  const { faults: damage, registrations } = await inspectDatabase(server.dataDir, hotel.manifest.manifest);
  await rm(server.dataDir, { recursive: true });
  expect(damage).toEqual([]);
  // Exactly those that were there before and those that were newly taken, each once, with the bytes that were taken.
  const expected = new Map(made.slice(0, kept.length).map(({ registration, body }) => [registration, sha256(body)]));
  const taken = valid.filter(({ status }) => status === 201);
  for (const { submission, hash } of taken) {
    expect(expected.has(submission.registration), 'taken once').toBe(false);
    expected.set(submission.registration, hash);
  }
  expect(registrations).toEqual(expected);
  const lookups = new Map(taken.map(({ submission }) => [submission.lookupHash, submission.registration]));
  const inconsistent = valid.filter(({ submission, hash, status }) => {
    if (status === 200) return expected.get(submission.registration) !== hash;
    if (status !== 409) return false;
    const other = expected.get(submission.registration);
    const lookup = lookups.get(submission.lookupHash);
    const keptLookup = kept.some((body) => body.includes(submission.lookupHash));
    return (
      (other === undefined || other === hash) &&
      !keptLookup &&
      (lookup === undefined || lookup === submission.registration)
    );
  });
  expect(inconsistent.map(({ status, submission }) => `${status} ${submission.registration}`)).toEqual([]);

  expect(
    mutationNames.filter((name) => !seen.has(name)),
    'every kind of change was tried',
  ).toEqual([]);
  expect(taken.length).toBeGreaterThan(0);
  expect(codes).toEqual(
    new Set([
      'malformed',
      // Turned into a list.
      'import_refused',
      'too_large',
      'unsupported_media_type',
      'unknown_property',
      'unknown_suite',
      'not_found',
      'submission_conflict',
      'manifest_outdated',
      'consent_invalid',
      'unknown_key',
      'unsupported_schema',
      'envelope_size',
      'envelope_missing',
    ]),
  );
});
