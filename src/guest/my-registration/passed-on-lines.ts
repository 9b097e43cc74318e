import type { Deletion } from '../../protocol/receipt.ts';
import type { PurposeId } from '../../protocol/purposes.ts';
import type { MyRegistrationMessages } from '../../ui/messages/en/my-registration.ts';

/** What a certificate says of copies that had left the server, a sentence each. */
export function passedOnLines(
  { passed_on: passedOn }: Pick<Deletion, 'passed_on'>,
  t: MyRegistrationMessages['certificate'],
  titleOf: (purpose: PurposeId) => string,
  instant: (at: string) => string,
): string[] {
  if (passedOn === undefined) return [t.passedOnUnsaid];
  if (passedOn.length === 0) return [t.passedOnNone];
  return passedOn.map(({ way, purpose, last }) => {
    const said = t.passedOn[way](instant(last));
    return purpose === null || way === 'police' ? said : t.passedOnOf(titleOf(purpose), said);
  });
}
