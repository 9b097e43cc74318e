/** An amount in minor units of CNY (分), in the reader's language: "¥1,280.50", "CN¥1,280.50". */
export function formatAmount(minorUnits: number, language: string): string {
  return new Intl.NumberFormat(language, { style: 'currency', currency: 'CNY' }).format(minorUnits / 100);
}
