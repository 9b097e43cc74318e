import { limits } from './limits.ts';
import { normaliseText } from './normalise-text.ts';

/**
 * An amount in yuan as people type it ("1280", "1,280.50", "￥８８"), in minor units of CNY (分). Null where nothing was typed, undefined
 * where it is no amount, is negative, has parts of a 分 or is out of bounds.
 */
export function parseAmountSpent(typed: string): number | null | undefined {
  const text = normaliseText(typed.normalize('NFKC')).replaceAll(/[¥元\s]|(?<=\d),(?=\d{3}(?:\D|$))/g, '');
  if (text === '') return null;
  const [, yuan = '', minor = ''] = /^(\d{1,9})(?:\.(\d{1,2}))?$/.exec(text) ?? [];
  if (yuan === '') return undefined;
  const amount = Number(yuan) * 100 + Number(minor.padEnd(2, '0'));
  return amount <= limits.amountSpent ? amount : undefined;
}

/** As it is typed: yuan, with a point where there are 分. '' for null. */
export function amountText(amount: number | null): string {
  if (amount === null) return '';
  return amount % 100 === 0 ? String(amount / 100) : (amount / 100).toFixed(2);
}
