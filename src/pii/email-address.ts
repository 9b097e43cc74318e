import { limits } from './limits.ts';
import { accept, type Checked, refuse } from './field-reason.ts';
import { normaliseText } from './normalise-text.ts';

/** Signs that only a quoted local part or a comment could hold (RFC 5322 3.2.3), and blanks. No mailbox of a guest has them. */
const impossible = /[\s"(),:;<>[\\\]]/u;

/**
 * An e-mail address in any script (RFC 6531), normalised, its domain in lower case. Pragmatic: it is judged by what a
 * typing mistake looks like, not by whether a mailbox could exist. The full-width dot of a Chinese keyboard is a dot.
 */
export function emailAddress(typed: string): Checked<string> {
  const text = normaliseText(typed.replace(/[\u3002\uFF61]/gu, '.'));
  if (text === '') return refuse('missing');
  if (text.length > limits.email) return refuse('too_long');
  const at = text.indexOf('@');
  if (at < 0) return refuse('email_no_at');
  const local = text.slice(0, at);
  const domain = text.slice(at + 1);
  if (impossible.test(text) || domain.includes('@')) return refuse('email_characters');
  if (local === '') return refuse('email_incomplete');
  const labels = domain.split('.');
  if (labels.length < 2 || labels.some((label) => label === '')) return refuse('email_incomplete');
  if (labels.some((label) => label.startsWith('-') || label.endsWith('-') || !/^[\p{L}\p{M}\p{N}-]+$/u.test(label)))
    return refuse('email_characters');
  const address = `${local}@${domain.toLowerCase()}`.normalize('NFC');
  return address.length > limits.email ? refuse('too_long') : accept(address);
}
