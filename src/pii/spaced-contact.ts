/** A mainland mobile number in the groups people say it in; anything else as it is. For the eye only: what is copied or sealed stays whole. */
export function spacedContact(contact: string): string {
  return contact.replace(/^\+86(1\d{2})(\d{4})(\d{4})$/, '+86 $1 $2 $3');
}
