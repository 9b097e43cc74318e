import * as z from 'zod/mini';
import { languageSchema } from './languages.ts';
import { Refusal } from './problems.ts';
import { fieldIdSchema, purposeIdSchema, retentionSchema } from './purposes.ts';

const text = z.string().check(z.minLength(1));

/** A citation: the law, its article, since when, and how sure we are: V read in the law's own text, S second-hand, ? not checked. */
export const citationSchema = z.object({
  law: text,
  article: text,
  effective: z.string(),
  checkedOn: z.string(),
  certainty: z.enum(['V', 'S', '?']),
});
export type Citation = z.infer<typeof citationSchema>;

/** Somebody who receives details. `legalDuty` marks the police, who receive by law and not by consent. */
export const recipientSchema = z.object({
  name: text,
  contact: text,
  purpose: text,
  method: text,
  items: text,
  legalDuty: z.boolean(),
});
export type Recipient = z.infer<typeof recipientSchema>;

/** Somebody who works with what is stored on the hotel's behalf (PIPL 21). */
const processorSchema = z.object({ name: text, contact: text, purpose: text, place: text });
export type Processor = z.infer<typeof processorSchema>;

/** One use of details, in plain words (`plain`) beside the exact rule (`rule`). */
export const noticePurposeSchema = z.object({
  id: purposeIdSchema,
  basis: z.enum(['consent', 'law']),
  citations: z.array(citationSchema),
  title: text,
  plain: text,
  rule: text,
  method: text,
  items: z.array(
    z.object({
      field: fieldIdSchema,
      label: text,
      need: z.enum(['needed', 'contact', 'optional']),
      /** PIPL 28–30: what makes it sensitive, why it is necessary and what it could mean for the person; null when it is not. */
      sensitive: z.nullable(text),
    }),
  ),
  retention: retentionSchema,
  retentionText: text,
  refusal: text,
  withdrawal: text,
  recipients: z.array(recipientSchema),
});
export type NoticePurpose = z.infer<typeof noticePurposeSchema>;

/** One part of the rules that is not about a single purpose: plain words beside the exact rule. */
export const noticeSectionSchema = z.object({
  id: z.enum(['who', 'how', 'where', 'how-long', 'rights', 'withdraw', 'minors', 'log', 'complaints', 'not-collected']),
  title: text,
  plain: text,
  rule: text,
  citations: z.array(citationSchema),
});
export type NoticeSection = z.infer<typeof noticeSectionSchema>;

/**
 * The notice in one language: everything a guest reads before any field (PIPL 17, 23, 30; 网络数据安全管理条例 21).
 * It travels as exact JSON text; the manifest names that text's SHA-256, and a receipt repeats it.
 */
export const noticeSchema = z.object({
  format: z.literal('foyer-notice/1'),
  property: z.string(),
  language: languageSchema,
  /** The manifest sequence at which this text last changed. */
  version: z.int().check(z.gte(1)),
  jurisdiction: z.string(),
  controller: z.object({
    name: text,
    address: text,
    contact: text,
    officer: z.object({ name: text, contact: text }),
  }),
  /** The welcome page's one sentence. */
  promise: text,
  purposes: z.array(noticePurposeSchema),
  sections: z.array(noticeSectionSchema),
  /** Public list 1: what is collected. */
  collected: z.array(z.object({ item: text, purposes: text, how: text, keptFor: text })),
  /** Public list 2: what is passed to whom. */
  passedOn: z.array(recipientSchema),
  /** Also part of list 2. Absent where the hotel keeps everything with itself. */
  processors: z.optional(z.array(processorSchema)),
  complaints: z.array(z.object({ name: text, contact: text })),
  storage: text,
  crossBorder: text,
  /** That this is information and not legal advice, in the guest's language. */
  disclaimer: text,
});
export type Notice = z.infer<typeof noticeSchema>;

/** Parses a notice's exact text. Throws Refusal `malformed` when it isn't one. */
export function parseNotice(noticeText: string): Notice {
  const parsed = noticeSchema.safeParse(parseJson(noticeText));
  if (!parsed.success) throw new Refusal('malformed', 'notice');
  return parsed.data;
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw new Refusal('malformed', 'notice is not JSON');
  }
}

/**
 * The words a guest says yes or no to, as one text. Its SHA-256 is the purpose's wording hash: when it changes,
 * guests are asked again for this purpose and no other (PIPL 14). Whoever receives the details is part of it (PIPL 23), except where a
 * law has them receive: there nobody is asked.
 */
export function purposeWording(purpose: NoticePurpose): string {
  const received = purpose.recipients
    .filter(({ legalDuty }) => !legalDuty)
    .map(({ name, contact, purpose: why, method, items }) => JSON.stringify([name, contact, why, method, items]));
  return [
    purpose.title,
    purpose.plain,
    purpose.rule,
    purpose.retentionText,
    purpose.refusal,
    purpose.withdrawal,
    ...received,
  ].join('\n');
}
