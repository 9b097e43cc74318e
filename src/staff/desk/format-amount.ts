/** An amount in 分 as money, in the reader's language. */
export function formatAmount(minorUnits: number, language: string): string {
  return new Intl.NumberFormat(language, { style: 'currency', currency: 'CNY' }).format(minorUnits / 100);
}
