import { type Approval, approvalMinutes } from '../../protocol/approval.ts';
import type { Opening } from '../../protocol/api.ts';
import type { Clock, RandomBytes } from '../../protocol/ids.ts';
import { newId } from '../../protocol/ids.ts';
import { permissionsOf } from '../../protocol/roles.ts';
import { toInstant } from '../../protocol/time.ts';
import type { ActiveSession } from './sessions.ts';

type State = 'waiting' | 'approved' | 'refused' | 'emergency' | 'reviewed';

/** A question as the server holds it. Times in milliseconds. */
export interface HeldApproval extends Opening {
  readonly id: string;
  readonly property: string;
  readonly asker: string;
  readonly askedAt: number;
  readonly until: number;
  readonly state: State;
  readonly decidedBy: string | null;
}

const minute = 60_000;
/** Milliseconds after which a question that was answered, or wasn't, is forgotten; the log keeps it. */
const forgotten = 24 * 60 * minute;

export interface ApprovalsParts {
  readonly clock: Clock;
  readonly random: RandomBytes;
  /** Told whenever one was asked for or answered. */
  readonly onChange: (property: string) => void;
}

/**
 * Questions for approval and their answers, in memory: a server that starts again knows none, and whoever waited asks again. What the
 * log has of them was durable before any of it counted.
 */
export class Approvals {
  readonly #parts: ApprovalsParts;
  readonly #held = new Map<string, HeldApproval>();

  constructor(parts: ApprovalsParts) {
    this.#parts = parts;
  }

  /** The question this person already waits with for the same thing. */
  waiting(session: ActiveSession, opening: Opening): HeldApproval | null {
    return this.#newest((held) => this.#isFor(held, session, opening) && held.state === 'waiting');
  }

  /** Whether this person may open this now. */
  holds(session: ActiveSession, opening: Opening): boolean {
    return this.#newest((held) => this.#isFor(held, session, opening) && held.state === 'approved') !== null;
  }

  get(session: ActiveSession, id: string): HeldApproval | null {
    const held = this.#held.get(id);
    return held?.property === session.property ? held : null;
  }

  /** Whether its time is over. What was opened in an emergency waits until somebody has looked at it. */
  isOver({ until, state }: HeldApproval): boolean {
    return state !== 'emergency' && this.#parts.clock() >= until;
  }

  ask(session: ActiveSession, opening: Opening): HeldApproval {
    return this.#add(session, opening, 'waiting');
  }

  openedInEmergency(session: ActiveSession, opening: Opening): void {
    this.#add(session, opening, 'emergency');
  }

  answer(held: HeldApproval, state: Exclude<State, 'waiting' | 'emergency'>, decidedBy: string): HeldApproval {
    const now = this.#parts.clock();
    const answered = { ...held, state, decidedBy, until: now + approvalMinutes * minute };
    this.#held.set(held.id, answered);
    this.#parts.onChange(held.property);
    return answered;
  }

  /** What this person is to see of them, the newest first. */
  of(session: ActiveSession): Approval[] {
    this.#forget();
    const all = permissionsOf[session.role].includes('minors.approve');
    return [...this.#held.values()]
      .filter(({ property, asker }) => property === session.property && (all || asker === session.person))
      .reverse()
      .map((held) => this.shown(held));
  }

  shown(held: HeldApproval): Approval {
    const { id, registration, purpose, reason, asker, decidedBy, askedAt, until } = held;
    const ends = held.state === 'waiting' || held.state === 'approved';
    const state = ends && this.isOver(held) ? 'expired' : held.state;
    const times = { askedAt: toInstant(askedAt), until: toInstant(until) };
    return { id, registration, purpose, reason, asker, decidedBy, state, ...times };
  }

  #isFor(held: HeldApproval, session: ActiveSession, { registration, purpose }: Opening): boolean {
    return (
      held.asker === session.person &&
      held.property === session.property &&
      held.registration === registration &&
      held.purpose === purpose &&
      !this.isOver(held)
    );
  }

  #newest(wanted: (held: HeldApproval) => boolean): HeldApproval | null {
    return [...this.#held.values()].findLast(wanted) ?? null;
  }

  #add(session: ActiveSession, { registration, purpose, reason }: Opening, state: State): HeldApproval {
    this.#forget();
    const now = this.#parts.clock();
    const held: HeldApproval = {
      id: newId(now, this.#parts.random),
      property: session.property,
      registration,
      purpose,
      reason,
      asker: session.person,
      askedAt: now,
      until: now + approvalMinutes * minute,
      state,
      decidedBy: null,
    };
    this.#held.set(held.id, held);
    this.#parts.onChange(held.property);
    return held;
  }

  /** Emergencies nobody has looked at stay. */
  #forget(): void {
    const before = this.#parts.clock() - forgotten;
    for (const { id, askedAt, state } of this.#held.values())
      if (askedAt < before && state !== 'emergency') this.#held.delete(id);
  }
}
