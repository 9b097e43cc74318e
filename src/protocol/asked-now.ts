import type { Notice } from './notice.ts';
import type { Retention } from './purposes.ts';
import { toDate } from './time.ts';

/**
 * Whether a purpose is asked for at that moment (milliseconds). A temporary one ends by itself with the last day of its rule in
 * China, whatever manifest is in force: phone, server and desk all come to it by this.
 */
export function isAsked({ retention }: { readonly retention: Retention }, now: number): boolean {
  return retention.kind !== 'until-date' || toDate(now) <= retention.asked;
}

/** The notice as it is read at that moment: without what isn't asked any more. The very text a manifest names stays what it was. */
export function noticeAt(notice: Notice, now: number): Notice {
  const ended = notice.purposes.filter((purpose) => !isAsked(purpose, now));
  if (ended.length === 0) return notice;
  const left = <One extends { readonly purposes: string }>(lines: readonly One[]) =>
    lines.filter(({ purposes }) => !ended.some(({ title }) => title === purposes));
  return {
    ...notice,
    purposes: notice.purposes.filter((purpose) => !ended.includes(purpose)),
    collected: left(notice.collected),
    passedOn: notice.passedOn.filter(
      (one) =>
        !ended.some(({ recipients }) =>
          recipients.some(({ name, purpose }) => name === one.name && purpose === one.purpose),
        ),
    ),
  };
}
