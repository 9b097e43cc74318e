import * as z from 'zod/mini';
import * as api from '../../protocol/api.ts';
import * as settings from '../../protocol/hotel-settings.ts';
import * as invitation from '../../protocol/invitation.ts';
import * as approval from '../../protocol/approval.ts';
import * as guestExport from '../../protocol/guest-export.ts';
import { anchorKeepingSchema, anchorsSchema, keptAnchorSchema } from '../../protocol/log-anchor.ts';
import { logExportHeaderSchema, logExportLineSchema, logExportRequestSchema } from '../../protocol/log-export.ts';
import * as poster from '../../protocol/poster.ts';
import * as passkey from '../../protocol/passkey.ts';
import * as paper from '../../protocol/paper-record.ts';
import { problemSchema } from '../../protocol/problems.ts';
import { publishedSchema } from '../../protocol/published.ts';
import { provenReceiptSchema } from '../../protocol/receipt.ts';
import { registrationChangeSchema, registrationDeletionSchema } from '../../protocol/registration-change.ts';
import { handOverSchema, registerFileRequestSchema, registerFileSchema } from '../../protocol/hand-over.ts';
import * as restoration from '../../protocol/restoration.ts';
import * as retention from '../../protocol/retention-api.ts';
import * as request from '../../protocol/request.ts';
import { type Access, type Route, type RouteName, routes } from '../../protocol/routes.ts';
import { passphraseChangeSchema } from '../../protocol/staff.ts';
import { stepUpSchema } from '../../protocol/step-up.ts';
import * as team from '../../protocol/team.ts';
import { teamSigningSchema } from '../../protocol/team-list.ts';
import { submissionSchema } from '../../protocol/submission.ts';

interface Shape {
  readonly body?: z.core.$ZodType;
  /** What a success carries; 204 without. */
  readonly answer?: z.core.$ZodType;
  readonly query?: readonly string[];
  /** The answer's type, where it isn't JSON: a stream of such values. */
  readonly stream?: 'text/event-stream' | 'application/x-ndjson';
}

/** The header comes first and once. */
const exportedLineSchema = z.union([logExportHeaderSchema, logExportLineSchema]);

const shapes: Readonly<Record<RouteName, Shape>> = {
  property: { answer: publishedSchema, query: ['lang', 'poster'] },
  register: { body: submissionSchema, answer: provenReceiptSchema },
  guestStatus: { body: api.guestAccessSchema, answer: api.guestStatusSchema },
  guestView: { body: api.guestAccessSchema, answer: api.guestViewSchema },
  guestChange: { body: registrationChangeSchema, answer: provenReceiptSchema },
  guestDeletion: { body: registrationDeletionSchema, answer: provenReceiptSchema },
  guestLog: { body: api.guestLogRequestSchema, answer: api.guestLogSchema },
  handedProof: { body: api.handedProofSchema, answer: provenReceiptSchema },
  setupStart: { answer: api.setupStartSchema },
  setup: { body: api.setupSchema },
  signInStart: { body: api.signInStartSchema, answer: api.signInChallengeSchema },
  signIn: { body: api.signInSchema, answer: api.signedInSchema },
  stepUp: { body: stepUpSchema },
  restorationStart: { body: restoration.restorationStartSchema, answer: restoration.restorationOfferSchema },
  restoration: { body: restoration.restorationBodySchema },
  signOut: {},
  staffProperty: { answer: api.staffPropertySchema },
  rows: { answer: api.deskRowsSchema, query: ['since', 'before'] },
  changes: { answer: api.changeSchema, query: ['since'], stream: 'text/event-stream' },
  seen: { body: api.seenSchema },
  open: { body: api.openingSchema, answer: api.openedSchema },
  printed: { body: api.printedSchema },
  approvals: { answer: approval.approvalsSchema },
  askApproval: { body: approval.approvalAskSchema, answer: approval.approvalSchema },
  decideApproval: { body: approval.approvalDecisionSchema, answer: approval.approvalSchema },
  proveApproval: { body: approval.approvalProofSchema, answer: approval.approvalSchema },
  beginExport: { body: guestExport.guestExportBeginSchema, answer: guestExport.guestExportBegunSchema },
  exportPage: { body: guestExport.guestExportPageAskSchema, answer: guestExport.guestExportPageSchema },
  arrive: { body: api.arrivalSchema },
  correctStay: { body: api.stayCorrectionSchema },
  stay: { body: retention.staySchema },
  retentionStatus: { answer: retention.retentionStatusSchema },
  retention: { answer: retention.retentionOverviewSchema },
  confirmClock: { body: retention.clockConfirmationSchema },
  requests: { answer: request.deskRequestsSchema },
  openRequest: { body: request.requestOpeningSchema, answer: request.deskRequestSchema },
  stepRequest: { body: request.requestStepBodySchema, answer: request.requestStepAnswerSchema },
  requestProof: { answer: request.requestProofSchema },
  exportLog: { body: logExportRequestSchema, answer: exportedLineSchema, stream: 'application/x-ndjson' },
  anchors: { answer: anchorsSchema },
  keepAnchor: { body: anchorKeepingSchema, answer: keptAnchorSchema },
  papers: { answer: paper.paperRegisterSchema },
  recordPaper: { body: paper.paperRecordingSchema, answer: paper.paperRecordSchema },
  movePaper: { body: retention.staySchema, answer: paper.paperRecordSchema },
  destroyPaper: { body: paper.paperDestructionSchema, answer: paper.paperRecordSchema },
  settings: { answer: settings.settingsViewSchema },
  saveSettings: { body: settings.settingsSavingSchema, answer: settings.keptSettingsSchema },
  handOver: { body: handOverSchema },
  registerFile: { body: registerFileRequestSchema, answer: registerFileSchema },
  people: { answer: api.peopleSchema },
  passkeyChallenge: { answer: passkey.passkeyChallengeSchema },
  passkeySignIn: { body: passkey.passkeySignInSchema, answer: api.signedInSchema },
  changePassphrase: { body: passphraseChangeSchema },
  confirmTraining: {},
  passkeys: { answer: passkey.passkeysSchema },
  startPasskey: { answer: passkey.passkeyCreationSchema },
  addPasskey: { body: passkey.newPasskeySchema },
  removePasskey: {},
  invitations: { answer: invitation.invitationsSchema },
  invite: { body: invitation.newInvitationSchema },
  callOffInvitation: {},
  confirmInvitation: { body: invitation.invitationConfirmationSchema },
  viewInvitation: { body: invitation.invitationTokenSchema, answer: invitation.invitationViewSchema },
  answerInvitation: { body: invitation.invitationAnswerSchema },
  sessions: { answer: team.sessionsSchema },
  endSessions: { body: team.sessionEndingSchema },
  changeRole: { body: team.roleChangeSchema },
  giveGrants: { body: team.grantingSchema },
  signTeam: { body: teamSigningSchema },
  renewKeys: { body: team.keyRenewalSchema },
  publish: { body: api.manifestPublicationSchema },
  recovery: { answer: api.recoverySchema },
  makeRecovery: { body: api.recoveryUploadSchema },
  renewRecoveryTest: { body: api.recoveryTestSchema },
  proveRecovery: { body: api.recoveryProofSchema },
  posters: { answer: poster.postersSchema },
  makePoster: { body: poster.newPosterSchema, answer: poster.posterSchema },
  revokePoster: { body: poster.posterRevocationSchema },
  plainPosters: { body: poster.plainPostersSchema },
};

/** The API's OpenAPI 3.1 description, made from the very schemas and routes the server runs on. */
export function openApiDocument(publicUrl: string): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const [name, shape] of Object.entries(shapes)) {
    const route = Object.entries(routes).find(([known]) => known === name)?.[1];
    if (route === undefined) throw new TypeError(`no route ${name}`);
    const path = route.path.replaceAll(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(name, route, shape) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Foyer',
      version: '1',
      description: 'Guests register themselves; what identifies them is sealed before it is sent.',
    },
    servers: [{ url: publicUrl }],
    paths,
    components: {
      schemas: { Problem: jsonSchema(problemSchema, 'output') },
      securitySchemes: {
        session: { type: 'http', scheme: 'bearer' },
        setup: { type: 'apiKey', in: 'header', name: 'Authorization', description: '`Setup <one-time token>`' },
      },
    },
  };
}

function operation(name: string, route: Route, shape: Shape): object {
  const named = [...route.path.matchAll(/:(\w+)/g)].map(([, parameter = '']) => ({
    name: parameter,
    in: 'path',
    required: true,
  }));
  const asked = (shape.query ?? []).map((parameter) => ({ name: parameter, in: 'query', required: false }));
  const content = (schema: z.core.$ZodType, io: 'input' | 'output', type = 'application/json') => ({
    [type]: { schema: jsonSchema(schema, io) },
  });
  const success =
    shape.answer === undefined
      ? { 204: { description: 'Done' } }
      : {
          200: {
            description: 'Done',
            content: content(shape.answer, 'output', shape.stream),
          },
        };
  const created =
    name === 'register'
      ? { 201: { description: 'Durable; the answer is the receipt', content: content(provenReceiptSchema, 'output') } }
      : {};
  return {
    operationId: name,
    security: security(route.access),
    parameters: [...named, ...asked].map((parameter) => ({ ...parameter, schema: { type: 'string' } })),
    ...(shape.body === undefined ? {} : { requestBody: { required: true, content: content(shape.body, 'input') } }),
    responses: {
      ...success,
      ...created,
      default: {
        description: 'Refused',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
    ...(route.limit > 0 ? { 'x-limit-bytes': route.limit } : {}),
    'x-access': route.access,
    ...(route.stepUp === true ? { 'x-step-up': true } : {}),
  };
}

function security(access: Access): object[] {
  if (access === 'public') return [];
  return [access === 'setup' ? { setup: [] } : { session: [] }];
}

function jsonSchema(schema: z.core.$ZodType, io: 'input' | 'output'): object {
  return z.toJSONSchema(schema, { io, unrepresentable: 'any', target: 'draft-2020-12' });
}
