import { paperDestructionSchema, paperRecordingSchema } from '../../../src/protocol/paper-record.ts';
import type * as z from 'zod/mini';
import {
  arrivalSchema,
  guestAccessSchema,
  guestLogRequestSchema,
  handedProofSchema,
  manifestPublicationSchema,
  openingSchema,
  printedSchema,
  recoveryProofSchema,
  recoveryTestSchema,
  recoveryUploadSchema,
  seenSchema,
  setupSchema,
  signInSchema,
  signInStartSchema,
  stayCorrectionSchema,
} from '../../../src/protocol/api.ts';
import {
  invitationAnswerSchema,
  invitationConfirmationSchema,
  invitationTokenSchema,
  newInvitationSchema,
} from '../../../src/protocol/invitation.ts';
import { handOverSchema, registerFileRequestSchema } from '../../../src/protocol/hand-over.ts';
import { approvalAskSchema, approvalDecisionSchema, approvalProofSchema } from '../../../src/protocol/approval.ts';
import { guestExportBeginSchema, guestExportPageAskSchema } from '../../../src/protocol/guest-export.ts';
import { anchorKeepingSchema } from '../../../src/protocol/log-anchor.ts';
import { settingsSavingSchema } from '../../../src/protocol/hotel-settings.ts';
import { logExportRequestSchema } from '../../../src/protocol/log-export.ts';
import { newPosterSchema, plainPostersSchema, posterRevocationSchema } from '../../../src/protocol/poster.ts';
import { restorationBodySchema, restorationStartSchema } from '../../../src/protocol/restoration.ts';
import { newPasskeySchema, passkeySignInSchema } from '../../../src/protocol/passkey.ts';
import { registrationChangeSchema, registrationDeletionSchema } from '../../../src/protocol/registration-change.ts';
import { requestOpeningSchema, requestStepBodySchema } from '../../../src/protocol/request.ts';
import { clockConfirmationSchema, staySchema } from '../../../src/protocol/retention-api.ts';
import { passphraseChangeSchema } from '../../../src/protocol/staff.ts';
import { stepUpSchema } from '../../../src/protocol/step-up.ts';
import { grantingSchema, keyRenewalSchema, roleChangeSchema, sessionEndingSchema } from '../../../src/protocol/team.ts';
import { teamSigningSchema } from '../../../src/protocol/team-list.ts';
import { submissionSchema } from '../../../src/protocol/submission.ts';
import type { RouteName } from '../../../src/protocol/routes.ts';

/** What a body has to be for the server to do anything about it. */
export const bodies: Partial<Record<RouteName, z.ZodMiniType>> = {
  register: submissionSchema,
  guestStatus: guestAccessSchema,
  guestView: guestAccessSchema,
  guestChange: registrationChangeSchema,
  guestDeletion: registrationDeletionSchema,
  guestLog: guestLogRequestSchema,
  handedProof: handedProofSchema,
  openRequest: requestOpeningSchema,
  stepRequest: requestStepBodySchema,
  setup: setupSchema,
  signInStart: signInStartSchema,
  signIn: signInSchema,
  stepUp: stepUpSchema,
  seen: seenSchema,
  exportLog: logExportRequestSchema,
  keepAnchor: anchorKeepingSchema,
  open: openingSchema,
  arrive: arrivalSchema,
  changePassphrase: passphraseChangeSchema,
  passkeySignIn: passkeySignInSchema,
  addPasskey: newPasskeySchema,
  invite: newInvitationSchema,
  confirmInvitation: invitationConfirmationSchema,
  viewInvitation: invitationTokenSchema,
  answerInvitation: invitationAnswerSchema,
  endSessions: sessionEndingSchema,
  changeRole: roleChangeSchema,
  giveGrants: grantingSchema,
  signTeam: teamSigningSchema,
  renewKeys: keyRenewalSchema,
  publish: manifestPublicationSchema,
  makeRecovery: recoveryUploadSchema,
  renewRecoveryTest: recoveryTestSchema,
  proveRecovery: recoveryProofSchema,
  restorationStart: restorationStartSchema,
  restoration: restorationBodySchema,
  makePoster: newPosterSchema,
  revokePoster: posterRevocationSchema,
  plainPosters: plainPostersSchema,
  stay: staySchema,
  correctStay: stayCorrectionSchema,
  saveSettings: settingsSavingSchema,
  handOver: handOverSchema,
  registerFile: registerFileRequestSchema,
  printed: printedSchema,
  askApproval: approvalAskSchema,
  decideApproval: approvalDecisionSchema,
  proveApproval: approvalProofSchema,
  beginExport: guestExportBeginSchema,
  exportPage: guestExportPageAskSchema,
  recordPaper: paperRecordingSchema,
  movePaper: staySchema,
  destroyPaper: paperDestructionSchema,
  confirmClock: clockConfirmationSchema,
};
