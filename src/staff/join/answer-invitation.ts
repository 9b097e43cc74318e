import { introductionBytes, invitationToken } from '../../crypto/invitation.ts';
import { makePersonKeys } from '../../crypto/person-keys.ts';
import type { RandomBytes } from '../../protocol/ids.ts';
import type { InvitationAnswer, InvitationView } from '../../protocol/invitation.ts';
import type { PassphraseParameters } from '../../protocol/staff.ts';

/** What the link's fragment carries. */
export interface InvitationLink {
  /** Of the hotel's root, the one this person will believe. */
  readonly fingerprint: string;
  readonly secret: string;
}

/** Public: what a person made here and answered with, kept so that the words can be shown again. */
export interface Made {
  readonly person: string;
  readonly publicKey: string;
}

/** Makes the invited person's own keys under their own passphrase. To be sent as often as it takes; made once. Who is invited again keeps their pseudonym. */
export async function makeAnswer(
  { fingerprint, secret }: InvitationLink,
  passphrase: string,
  tools: { readonly now: number; readonly random: RandomBytes; readonly parameters?: PassphraseParameters },
  again: NonNullable<InvitationView['invited']>['again'],
): Promise<InvitationAnswer> {
  const keys = await makePersonKeys({ passphrase, fingerprint, root: null, ...tools });
  return { token: await invitationToken(secret), ...keys, ...(again === undefined ? {} : { id: again.person }) };
}

/** What the words are made of on this side. */
export function ownWords({ fingerprint, secret }: InvitationLink, { person, publicKey }: Made) {
  return introductionBytes({ secret, fingerprint, person, publicKey });
}
