import type * as z from 'zod/mini';
import {
  type GuestAccess,
  type GuestLog,
  guestLogSchema,
  guestStatusSchema,
  type GuestStatus,
  guestViewSchema,
  type HandedProof,
  type GuestView,
} from '../../protocol/api.ts';
import type { Language } from '../../protocol/languages.ts';
import { posterClaimOf } from '../../protocol/poster.ts';
import { problemSchema, Refusal } from '../../protocol/problems.ts';
import { type Published, publishedSchema } from '../../protocol/published.ts';
import { type ProvenReceipt, provenReceiptSchema } from '../../protocol/receipt.ts';
import { fillPath, guestRoutes } from '../../protocol/guest-routes.ts';

export interface GuestApiInput {
  readonly fetch: typeof globalThis.fetch;
  /** '' in a browser; the server's origin elsewhere. */
  readonly origin: string;
  /** Milliseconds after which a request counts as unanswered. */
  readonly patience?: number;
}

/**
 * Everything a guest's phone asks of the server. Every call throws Refusal: the server's own code, `offline` when nothing
 * answered, `unexpected_answer` when what answered wasn't the server (a hotel's log-in page, a broken proxy).
 */
export interface GuestApi {
  /** `fragment`: of the page's address, where its guest is about to register; says beforehand what would be refused. */
  property: (property: string, language: Language, fragment?: string) => Promise<Published>;
  /** `body` is sent as it is: the same text again gives the same receipt. */
  register: (property: string, body: string) => Promise<ProvenReceipt>;
  status: (access: GuestAccess) => Promise<GuestStatus>;
  view: (access: GuestAccess) => Promise<GuestView>;
  /** `body` as it is, as with `register`. */
  change: (body: string) => Promise<ProvenReceipt>;
  delete: (body: string) => Promise<ProvenReceipt>;
  /** A certificate by the link that was handed over on paper. */
  handedProof: (handed: HandedProof) => Promise<ProvenReceipt>;
  /** `known`: sizes of the trees whose checkpoints the phone holds. */
  log: (access: GuestAccess, known: readonly number[]) => Promise<GuestLog>;
}

export function createGuestApi({ fetch, origin, patience = 20_000 }: GuestApiInput): GuestApi {
  async function call<Schema extends z.ZodMiniType>(
    schema: Schema,
    name: keyof typeof guestRoutes,
    request: { readonly parameters?: Record<string, string>; readonly query?: string; readonly body?: string } = {},
  ): Promise<z.output<Schema>> {
    const giveUp = new AbortController();
    const timer = setTimeout(() => giveUp.abort(), patience);
    let response: Response;
    let text: string;
    try {
      response = await fetch(
        `${origin}${fillPath(guestRoutes[name].path, request.parameters ?? {})}${request.query ?? ''}`,
        {
          method: guestRoutes[name].method,
          cache: 'no-store',
          credentials: 'omit',
          redirect: 'error',
          signal: giveUp.signal,
          ...(request.body === undefined
            ? {}
            : { body: request.body, headers: { 'content-type': 'application/json' } }),
        },
      );
      text = await response.text();
    } catch {
      throw new Refusal('offline');
    } finally {
      clearTimeout(timer);
    }
    const json = readJson(text);
    if (!response.ok) throw refusalOf(json);
    const parsed = schema.safeParse(json);
    if (!parsed.success) throw new Refusal('unexpected_answer', name);
    return parsed.data;
  }

  return {
    property: (property, language, fragment) => {
      const about = fragment === undefined ? '' : `&poster=${encodeURIComponent(posterClaimOf(fragment))}`;
      const query = `?lang=${encodeURIComponent(language)}${about}`;
      return call(publishedSchema, 'property', { parameters: { property }, query });
    },
    register: (property, body) => call(provenReceiptSchema, 'register', { parameters: { property }, body }),
    status: ({ lookup, token }) => call(guestStatusSchema, 'guestStatus', { body: JSON.stringify({ lookup, token }) }),
    view: ({ lookup, token }) => call(guestViewSchema, 'guestView', { body: JSON.stringify({ lookup, token }) }),
    change: (body) => call(provenReceiptSchema, 'guestChange', { body }),
    delete: (body) => call(provenReceiptSchema, 'guestDeletion', { body }),
    handedProof: (handed) => call(provenReceiptSchema, 'handedProof', { body: JSON.stringify(handed) }),
    log: ({ lookup, token }, known) =>
      call(guestLogSchema, 'guestLog', { body: JSON.stringify({ lookup, token, known }) }),
  };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal('unexpected_answer', 'not JSON');
  }
}

function refusalOf(json: unknown): Refusal {
  const problem = problemSchema.safeParse(json);
  if (!problem.success) return new Refusal('unexpected_answer', 'no problem document');
  return new Refusal(problem.data.code, problem.data.detail, problem.data.retryAfter);
}
