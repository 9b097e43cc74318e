import type { Language } from '../../protocol/languages.ts';
import type { DeletedClass, Receipt } from '../../protocol/receipt.ts';
import type { MyRegistrationMessages } from '../../ui/messages/en/my-registration.ts';

/** What a certificate's class is called on a page: the words that were agreed to where the page speaks their language, else its own. */
export function classTitle(
  one: DeletedClass,
  { purposes, language: signed }: Pick<Receipt, 'purposes' | 'language'>,
  t: Pick<MyRegistrationMessages, 'certificate' | 'erasures'>,
  language: Language,
): string {
  if (one === 'card' || one === 'self' || one === 'desk') return t.certificate.classes[one];
  const purpose = purposes.find(({ id }) => id === one);
  const said = purpose !== undefined && (purpose.agreed?.language ?? signed) === language;
  return said ? purpose.text : t.erasures.classes[one];
}
