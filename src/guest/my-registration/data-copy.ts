import type { Language } from '../../protocol/languages.ts';
import { toInstant } from '../../protocol/time.ts';
import type { LogCheck } from './log-check.ts';
import type { MyRegistration } from './my-registration.ts';

/** Everything about a registration in one JSON text: what was told, decided, proven, looked at (PIPL 45). */
export function dataCopy(mine: MyRegistration, log: LogCheck, language: Language, now: number): string {
  const { registration, property, status, details, standings, events, receipts, agreed, requests, fingerprint } = mine;
  return JSON.stringify(
    {
      format: 'foyer-copy/1',
      made: toInstant(now),
      language,
      property,
      root: fingerprint,
      registration,
      status,
      details,
      purposes: standings.map(({ id, standing, until, went, ground }) => ({
        purpose: id,
        state: standing,
        until,
        went,
        ground,
      })),
      decisions: events,
      requests,
      log: log.kind === 'verified' ? log.entries.map(({ entry, index }) => ({ index, ...entry })) : null,
      notices: agreed.map(({ notice }) => notice),
      receipts: receipts.map(({ proven }) => proven),
    },
    null,
    2,
  );
}
