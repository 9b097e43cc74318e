import { type ExportPurpose, exportsRoom } from '../../protocol/guest-export.ts';
import { Refusal } from '../../protocol/problems.ts';
import type { OpeningReason } from '../../protocol/roles.ts';
import type { ExportsMessages } from '../../ui/messages/en/exports.ts';
import type { Session } from '../session/sign-in.ts';
import type { Timers } from '../session/timers.ts';
import { ExportLink } from './export-link.ts';
import type { ExportBeginning, MadeExport, OpenExportThread } from './export-messages.ts';
import { columnsOf } from './export-table.ts';

export interface ExportOrder {
  readonly purpose: ExportPurpose;
  readonly reason: OpeningReason;
  readonly format: ExportBeginning['format'];
}

/** How far it is. */
export interface ExportStep {
  /** Registrations that were looked at and whose guests are in the file, of how many there were at the start. */
  readonly done: number;
  readonly total: number;
  /** The server can't be reached just now. */
  readonly cut: boolean;
}

export interface MakeExportOptions {
  readonly words: ExportsMessages;
  /** The purpose's own title. */
  readonly sheet: string;
  readonly openThread: OpenExportThread;
  readonly timers: Pick<Timers, 'after'>;
  /** Does what may need the person to prove themselves once more. */
  readonly prove: <Value>(act: () => Promise<Value>) => Promise<Value>;
  readonly onStep: (step: ExportStep) => void;
  readonly signal: AbortSignal;
}

interface ExportSession extends Pick<Session, 'keyring' | 'property' | 'grants'> {
  readonly api: Pick<Session['api'], 'beginExport' | 'exportPage'>;
}

/** Milliseconds a page may take, and milliseconds before it is asked for again. */
const patience = 60_000;
const breather = 2000;

/**
 * Fetches what may leave for a purpose, a page at a time, and has the file made of it in a thread of its own, which opens one page while
 * the next is on its way. Each guest's line in the log is durable before their envelope comes. A page that doesn't arrive is asked for
 * again until it does; what it held is in the log twice then. Throws Refusal, and rejects when `signal` aborts: then there is no file.
 */
export async function makeExport(
  session: ExportSession,
  order: ExportOrder,
  options: MakeExportOptions,
): Promise<MadeExport> {
  const { words, sheet, openThread, prove, onStep, signal } = options;
  const { purpose, reason, format } = order;
  signal.throwIfAborted();
  const begun = await whileWanted(
    prove(() => session.api.beginExport({ purpose, reason })),
    signal,
  );
  const { total } = begun;
  let step: ExportStep = { done: 0, total, cut: false };
  const say = (change: Partial<ExportStep>) => {
    step = { ...step, ...change };
    onStep(step);
  };
  const link = new ExportLink(openThread, signal, (looked) => say({ done: Math.min(looked, total) }));
  say({});
  try {
    const header = columnsOf[purpose].map((column) => words.columns[column]);
    const { property } = session;
    const keys = keysOf(session, purpose);
    link.begin({ property, purpose, format, sheet, header, broken: words.brokenLine, keys });
    for (let after: number | null = 0; after !== null; ) {
      const bytes = await fetchPage(session, begun.export, after, options, () => say({ cut: true }));
      if (step.cut) say({ cut: false });
      const page = await link.page(bytes);
      // A server that stays where it is would be asked for ever.
      if (page.next !== null && page.next <= after) throw new Refusal('unexpected_answer', 'next');
      after = page.next;
    }
    return await link.finish();
  } finally {
    link.end();
  }
}

/** What comes of it, unless `signal` aborts first: whoever stops waits for no answer. */
function whileWanted<Value>(work: Promise<Value>, signal: AbortSignal): Promise<Value> {
  return new Promise((resolve, reject) => {
    const callOff = () => reject(signal.reason);
    signal.addEventListener('abort', callOff, { once: true });
    void work.then(resolve, reject).finally(() => signal.removeEventListener('abort', callOff));
  });
}

/** The keys the purpose's envelopes take, and the desk's notes where they leave with it. */
function keysOf({ keyring, grants }: ExportSession, purpose: ExportPurpose) {
  const wanted = grants.filter(
    (grant) => grant.purpose === purpose || (exportsRoom[purpose] && grant.purpose === 'card'),
  );
  const ids = new Set(wanted.map(({ keyId }) => keyId));
  return keyring.pairs().filter(([id]) => ids.has(id));
}

async function fetchPage(
  { api }: ExportSession,
  begun: string,
  after: number,
  { timers, signal }: Pick<MakeExportOptions, 'timers' | 'signal'>,
  onCut: () => void,
): Promise<ArrayBuffer> {
  for (;;) {
    const asked = new AbortController();
    const giveUp = () => asked.abort();
    signal.addEventListener('abort', giveUp);
    const inTime = timers.after(patience, giveUp);
    try {
      return await api.exportPage(begun, after, asked.signal);
    } catch (error) {
      signal.throwIfAborted();
      if (!passes(error)) throw error;
      onCut();
    } finally {
      inTime();
      signal.removeEventListener('abort', giveUp);
    }
    await pause(timers, signal);
  }
}

/** A line that is down, and a server that says when to come again. */
function passes(error: unknown): boolean {
  if (!(error instanceof Refusal)) return false;
  return error.code === 'offline' || (error.code === 'storage_unavailable' && error.retryAfter !== undefined);
}

function pause(timers: Pick<Timers, 'after'>, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const callOff = () => {
      inTime();
      reject(signal.reason);
    };
    const inTime = timers.after(breather, () => {
      signal.removeEventListener('abort', callOff);
      resolve();
    });
    signal.addEventListener('abort', callOff, { once: true });
  });
}
