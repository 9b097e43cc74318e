/**
 * Masks a phone number or an e-mail address for the desk's list: `+86 138****1234`, `m***@example.com`.
 * A number too short to mask keeps its last two digits only.
 */
export function maskContact(contact: string): string {
  const at = contact.lastIndexOf('@');
  if (at > 0) return `${[...contact][0] ?? ''}***${contact.slice(at)}`;
  const mainland = /^\+86(1\d{2})\d{4}(\d{4})$/.exec(contact);
  if (mainland !== null) return `${mainland[1]}****${mainland[2]}`;
  const visible = contact.length >= 10 ? 4 : 2;
  return `${contact.slice(0, 3)}****${contact.slice(-visible)}`;
}
