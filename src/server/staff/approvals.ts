import { type Approval, type ApprovalAsk, type ApprovalDecision, approvalMinutes } from '../../protocol/approval.ts';
import type { Opening } from '../../protocol/api.ts';
import { newId, type RandomBytes } from '../../protocol/ids.ts';
import { Refusal } from '../../protocol/problems.ts';
import { permissionsOf, type Role } from '../../protocol/roles.ts';
import { toInstant } from '../../protocol/time.ts';
import { writeOne } from '../commit/write-one.ts';
import { inTime } from '../in-time.ts';
import { logEntryText } from '../log/log-entry.ts';
import { approvalsKept, type NewApproval, type StoredApproval } from '../store/approval-changes.ts';
import type { DeskParts } from './desk.ts';
import type { ActiveSession } from './sessions.ts';

/** Milliseconds a question waits, and an approval holds. */
const lasts = approvalMinutes * 60_000;

export interface ApprovalsParts extends DeskParts {
  readonly random: RandomBytes;
}

/** Whoever answers a question. */
export interface Answerer {
  readonly person: string;
  readonly role: Role;
}

const actions = { approved: 'approved', refused: 'approval-refused', reviewed: 'opening-reviewed' } as const;

/** Questions for approval and their answers, each kept in the commit that holds its entry. */
export class Approvals {
  readonly #parts: ApprovalsParts;

  constructor(parts: ApprovalsParts) {
    this.#parts = parts;
  }

  /** The question this person already waits with for the same thing and the same reason. */
  waiting(session: ActiveSession, opening: Opening): Promise<StoredApproval | null> {
    return this.#newest(session, opening, 'waiting');
  }

  /** Whether this person may open this now, for this reason. */
  async holds(session: ActiveSession, opening: Opening): Promise<boolean> {
    return (await this.#newest(session, opening, 'approved')) !== null;
  }

  get({ property }: ActiveSession, id: string): Promise<StoredApproval | null> {
    return this.#parts.store.approval(property, id);
  }

  /** Asks, or gives the question this person waits with already. */
  async ask(session: ActiveSession, ask: ApprovalAsk): Promise<StoredApproval> {
    const { clock, committer, hotels, steady } = this.#parts;
    const hotel = await hotels.get(session.property);
    const at = clock();
    const forget = steady.now() - approvalsKept;
    const approval = this.newApproval(session, ask);
    const { registration, purpose, reason } = approval;
    const by = { at, actor: session.person, role: session.role } as const;
    const entry = logEntryText({ ...by, action: 'approval-asked', registration, purpose, reason });
    const change = { kind: 'ask-approval', at, approval, forget, entry } as const;
    const { outcome } = await writeOne(committer, session.property, change, hotel.sign);
    const asked = outcome.kind === 'done' ? await this.get(session, approval.id) : await this.waiting(session, ask);
    if (asked === null) throw new Refusal('conflict');
    return asked;
  }

  /** Throws Refusal `conflict` where it doesn't wait for this answer. */
  async answer(
    session: ActiveSession,
    held: StoredApproval,
    decision: ApprovalDecision,
    { person, role }: Answerer,
  ): Promise<StoredApproval> {
    const { clock, committer, hotels, steady } = this.#parts;
    const hotel = await hotels.get(session.property);
    const at = clock();
    const { id: approval, registration, purpose, reason } = held;
    const until = steady.now() + lasts;
    const entry = logEntryText({ at, actor: person, role, action: actions[decision], registration, purpose, reason });
    const change = { kind: 'answer-approval', at, approval, decision, by: person, until, entry } as const;
    await writeOne(committer, session.property, change, hotel.sign);
    return { ...held, state: decision, decidedBy: person, until };
  }

  /** What this person is to see of them, the newest first. */
  async of(session: ActiveSession): Promise<Approval[]> {
    const all = permissionsOf[session.role].includes('minors.approve');
    return (await this.#kept(session))
      .filter(({ asker }) => all || asker === session.person)
      .map((held) => this.shown(held));
  }

  shown(held: StoredApproval): Approval {
    const { id, registration, purpose, reason, asker, decidedBy, askedAt, until } = held;
    const ends = held.state === 'waiting' || held.state === 'approved';
    const state = ends && this.#isOver(held) ? 'expired' : held.state;
    const { steady } = this.#parts;
    const times = { askedAt: toInstant(steady.toWall(askedAt)), until: toInstant(steady.toWall(until)) };
    return { id, registration, purpose, reason, asker, decidedBy, state, ...times };
  }

  /** What is kept where this person asks, or opens in an emergency. */
  newApproval({ person: asker }: ActiveSession, { registration, purpose, reason }: Opening): NewApproval {
    const { clock, random, steady } = this.#parts;
    const id = newId(clock(), random);
    return { id, registration, purpose, reason, asker, until: steady.now() + lasts };
  }

  #isOver({ until }: StoredApproval): boolean {
    return !inTime(until, this.#parts.steady.now(), lasts);
  }

  #kept({ property }: ActiveSession): Promise<StoredApproval[]> {
    return this.#parts.store.approvals(property, this.#parts.steady.now() - approvalsKept);
  }

  async #newest(
    session: ActiveSession,
    { registration, purpose, reason }: Opening,
    state: StoredApproval['state'],
  ): Promise<StoredApproval | null> {
    const found = (await this.#kept(session)).find(
      (held) =>
        held.state === state &&
        held.asker === session.person &&
        held.registration === registration &&
        held.purpose === purpose &&
        held.reason === reason &&
        !this.#isOver(held),
    );
    return found ?? null;
  }
}
