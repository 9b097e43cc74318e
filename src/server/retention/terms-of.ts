import type { ConsentEvent } from '../../protocol/consent-event.ts';
import { standingDecisions } from '../../protocol/consent-state.ts';
import { type Notice, parseNotice } from '../../protocol/notice.ts';
import { purposeTemplates } from '../../protocol/purpose-templates.ts';
import type { PurposeId, Retention } from '../../protocol/purposes.ts';
import { lastDay, type Sealed, sealedDay } from '../../protocol/sealed-day.ts';
import { restsOnRule } from '../../protocol/temporary-rule.ts';
import type { Hotel } from '../hotel/hotels.ts';
import { storedEvent } from '../registration/standing.ts';
import type { KeptRegistration } from '../store/retention-store.ts';
import type { Store } from '../store/store.ts';
import { lastOffered } from './last-offered.ts';

/** How long one purpose of one registration is kept. */
export interface Term {
  readonly purpose: PurposeId;
  readonly retention: Retention;
}

/**
 * Reads the terms registrations were agreed under. What a guest said yes to is kept as long as the notice they read says, whatever the
 * hotel's notice says by now. What a law asks is kept as long as the rule the owner has entered says today: nobody agreed to it. Where the
 * hotel no longer asks for it, the rule that was entered last holds.
 */
export class Terms {
  readonly #store: Pick<Store, 'notice' | 'manifest'>;
  readonly #hotel: Hotel;
  readonly #notices = new Map<string, Notice | null>();
  readonly #byLaw = new Map<PurposeId, Promise<Retention | null>>();

  constructor(store: Pick<Store, 'notice' | 'manifest'>, hotel: Hotel) {
    this.#store = store;
    this.#hotel = hotel;
  }

  async of({ purposes, jws }: Pick<KeptRegistration, 'purposes' | 'jws'>): Promise<Term[]> {
    if (purposes.length === 0) return [];
    const events = jws.map(storedEvent);
    const decisions = standingDecisions(events);
    return Promise.all(
      purposes.map(async (purpose) => {
        if (purpose === 'temporary') return { purpose, retention: await this.#untilDate(events) };
        if (purposeTemplates[purpose].basis === 'law') return { purpose, retention: await this.ofLaw(purpose) };
        const hash = decisions.get(purpose)?.notice.hash ?? newestNotice(events);
        const notice = await this.#notice(hash);
        const agreed = notice?.purposes.find(({ id }) => id === purpose)?.retention;
        return { purpose, retention: agreed ?? purposeTemplates[purpose].retention };
      }),
    );
  }

  /** As `sealedDay`; of what the hotel no longer asks for, and had no term when it was sealed off, by the rule that was entered last. */
  async sealedDay(sealed: Sealed): Promise<string | null> {
    const { current, profile } = this.#hotel;
    const day = sealedDay(sealed, { manifest: current.manifest, profile });
    if (day !== null || sealed.purpose === 'temporary') return day;
    return lastDay(await this.ofLaw(sealed.purpose), sealed.checkOut);
  }

  /** By the rule the owner has entered last; without months where none was. */
  async ofLaw(purpose: PurposeId): Promise<Retention> {
    const known = this.#byLaw.get(purpose) ?? lastOffered(this.#store, this.#hotel, purpose);
    this.#byLaw.set(purpose, known);
    const entered = await known;
    return entered?.kind === 'statutory' ? entered : { kind: 'statutory' };
  }

  /**
   * What a temporary rule asked goes on the day its guest read, or on an earlier one where the owner has ended that same rule before:
   * another rule never reaches back, whether it lasts longer or ends earlier.
   */
  async #untilDate(events: readonly ConsentEvent[]): Promise<Retention> {
    const filled = events.findLast(({ statutory }) => statutory.includes('temporary'));
    const read = await this.#notice(filled?.notice.hash ?? '');
    const rule = this.#hotel.profile.purposes.find(({ id }) => id === 'temporary')?.rule;
    const same = read === null || (rule !== undefined && restsOnRule(rule, filled?.notice.version));
    const known = [read, same ? this.#hotel.current.manifest : null].flatMap((one) => {
      const retention = one?.purposes.find(({ id }) => id === 'temporary')?.retention;
      return retention?.kind === 'until-date' ? [retention] : [];
    });
    const [first] = known.sort((one, other) => one.erased.localeCompare(other.erased));
    if (first === undefined) throw new TypeError('a temporary purpose without its rule');
    return first;
  }

  async #notice(hash: string): Promise<Notice | null> {
    const known = this.#notices.get(hash);
    if (known !== undefined) return known;
    const text = await this.#store.notice(this.#hotel.property, hash);
    const notice = text === null ? null : parseNotice(text);
    this.#notices.set(hash, notice);
    return notice;
  }
}

function newestNotice(events: readonly ConsentEvent[]): string {
  return events.at(-1)?.notice.hash ?? '';
}
