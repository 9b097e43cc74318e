/** A sign-in name as it is meant: keyboards put capitals and blanks into it. */
export function handleOf(typed: string): string {
  return typed.trim().toLowerCase();
}
