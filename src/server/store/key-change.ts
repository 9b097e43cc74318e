import type { RecoveryTest, RecoveryUpload } from '../../protocol/api.ts';
import type { PosterChannel } from '../../protocol/poster.ts';
import type { NewPerson } from '../../protocol/staff.ts';
import type { Logged } from './logged.ts';

/** What is written about recovery sheets and posters. */
export type KeyChange =
  | MakeRecovery
  | RenewRecoveryTest
  | ProveRecovery
  | RestoreOwner
  | MakePoster
  | RevokePoster
  | SetPlainPosters;

/** Replaces the sheet; it has to be proven anew. */
interface MakeRecovery extends Logged {
  readonly kind: 'make-recovery';
  readonly upload: RecoveryUpload;
}

/** Another test record for the sheet there is. Refused `not_found` where there is none. */
interface RenewRecoveryTest {
  readonly kind: 'renew-recovery-test';
  readonly at: number;
  readonly test: RecoveryTest;
}

/**
 * Refused `not_found` where no sheet was made, `sheet_replaced` where it was used to restore an owner, `recovery_wrong` where `valueHash`
 * is not the test record's. Kept among the proofs; a rehearsal where the sheet was proven before.
 */
interface ProveRecovery extends Logged {
  readonly kind: 'prove-recovery';
  readonly valueHash: string;
  readonly actor: string;
}

/**
 * A new owner made with the sheet. Ends every session of the hotel's owners, and the sheet counts as used from then on.
 * Refused `conflict` where the id or handle is taken, `not_found` where there is no sheet.
 */
interface RestoreOwner extends Logged {
  readonly kind: 'restore-owner';
  readonly person: NewPerson;
}

/** The place's next number. Refused `conflict` where the token is there already. */
interface MakePoster extends Logged {
  readonly kind: 'make-poster';
  readonly poster: string;
  readonly channel: PosterChannel;
}

/** `unchanged` where it was revoked before; refused `not_found` where it is no poster of this property. */
interface RevokePoster extends Logged {
  readonly kind: 'revoke-poster';
  readonly poster: string;
}

/** Whether posters without a token are taken. */
interface SetPlainPosters extends Logged {
  readonly kind: 'set-plain-posters';
  readonly accepted: boolean;
}
