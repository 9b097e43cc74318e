import {
  arrivalSchema,
  type DeskRows,
  manifestPublicationSchema,
  openingSchema,
  printedSchema,
  seenSchema,
  setupSchema,
  signInSchema,
  signInStartSchema,
  stayCorrectionSchema,
} from '../../protocol/api.ts';
import { settingsSavingSchema } from '../../protocol/hotel-settings.ts';
import { idSchema } from '../../protocol/ids.ts';
import {
  invitationAnswerSchema,
  invitationConfirmationSchema,
  invitationTokenSchema,
  newInvitationSchema,
} from '../../protocol/invitation.ts';
import { anchorKeepingSchema } from '../../protocol/log-anchor.ts';
import { logExportRequestSchema } from '../../protocol/log-export.ts';
import { Refusal } from '../../protocol/problems.ts';
import { clockConfirmationSchema, staySchema } from '../../protocol/retention-api.ts';
import { requestOpeningSchema, requestStepBodySchema } from '../../protocol/request.ts';
import { stepUpSchema } from '../../protocol/step-up.ts';
import { publish, saveSettings, staffProperty } from '../hotel/manage.ts';
import { refuseUnseenEnds, settingsView } from '../hotel/shorter-wait.ts';
import type { Setup } from '../hotel/setup.ts';
import { anchorsOf, keepAnchor } from '../log/anchor-log.ts';
import { exportLog } from '../log/export-log.ts';
import { proofOfRequest } from '../requests/request-proof.ts';
import type { BrokenRecords } from '../broken-records.ts';
import { listRequests, openRequest, type RequestParts, stepRequest } from '../requests/handle-request.ts';
import type { HandoverParts } from '../requests/request-proof.ts';
import { confirmClock, type OverviewParts, retentionOverview } from '../retention/retention-overview.ts';
import { arrive, correctStay, markSeen, markStay } from '../staff/desk.ts';
import { notePrint } from '../staff/note-print.ts';
import { openEnvelope, type OpeningParts } from '../staff/open-envelope.ts';
import {
  answerInvitation,
  callOffInvitation,
  confirmInvitation,
  invitationsOf,
  invite,
  viewInvitation,
} from '../staff/invitations.ts';
import type { PasskeyParts } from '../staff/passkeys.ts';
import { signIn, startSignIn } from '../staff/sign-in.ts';
import { peopleOf } from '../staff/team.ts';
import { stepUp } from '../staff/step-up.ts';
import type { Api } from './api.ts';
import { changeStream, type StreamParts } from './change-stream.ts';
import { mountCredentials } from './credential-routes.ts';
import { type KeyParts, mountKeyRoutes } from './key-routes.ts';
import { mountTeamRoutes } from './team-routes.ts';
import { type GuardedParts, mountGuardedRoutes } from './guarded-routes.ts';
import { mountRegister } from './register-routes.ts';
import { registrationIn } from './registration-in.ts';
import { mountPaper } from './paper-routes.ts';
import { emptyAnswer, jsonAnswer } from './respond.ts';

export interface StaffParts
  extends GuardedParts,
    OpeningParts,
    PasskeyParts,
    KeyParts,
    StreamParts,
    RequestParts,
    HandoverParts,
    OverviewParts {
  readonly setup: Setup;
  readonly broken: BrokenRecords;
  /** Most rows in one page. */
  readonly rowsPage: number;
}

/** Set-up, sign-in, and what tablets ask. */
export function mountStaffRoutes(api: Api, parts: StaffParts): void {
  mountSignIn(api, parts);
  mountCredentials(api, parts);
  mountDesk(api, parts);
  mountManage(api, parts);
  mountTeamRoutes(api, parts);
  mountRetention(api, parts);
  mountRequests(api, parts);
  mountPaper(api, parts);
  mountLog(api, parts);
  mountRegister(api, parts);
  mountKeyRoutes(api, parts);
  mountGuardedRoutes(api, parts);
}

function mountSignIn(api: Api, parts: StaffParts): void {
  api.plain('setupStart', async () => jsonAnswer(parts.setup.start()));

  api.send('setup', setupSchema, async ({ body }) => {
    await parts.setup.finish(body);
    return emptyAnswer;
  });

  api.send('signInStart', signInStartSchema, async ({ body, parameter }) => {
    return jsonAnswer(await startSignIn(parts, parameter('property'), body.handle));
  });

  api.send('signIn', signInSchema, async ({ body, parameter }) => {
    return jsonAnswer(await signIn(parts, parameter('property'), body));
  });

  api.send('stepUp', stepUpSchema, async ({ session, body }) => {
    await stepUp(parts, session(), body);
    return emptyAnswer;
  });

  api.plain('signOut', async ({ session }) => {
    await parts.sessions.end(session());
    return emptyAnswer;
  });
}

function mountDesk(api: Api, parts: StaffParts): void {
  api.plain('rows', async ({ session, query }) => {
    const { property } = session();
    const backwards = query('before') !== undefined;
    const from = cursorOf(query(backwards ? 'before' : 'since'));
    // Read first: a row that changes after it is in what is asked for since then.
    const top = await parts.store.lastChange(property);
    const found = backwards
      ? await parts.store.rowsBefore(property, Math.min(from, top + 1), parts.rowsPage + 1)
      : await parts.store.rows(property, from, parts.rowsPage + 1);
    const shown = found.slice(0, parts.rowsPage);
    for (const { row } of shown) if (row.unreadable === true) parts.broken.note(row.registration);
    const rows: DeskRows = {
      rows: shown.map(({ row }) => row),
      cursor: shown.at(-1)?.cursor ?? from,
      more: found.length > shown.length,
      top,
    };
    return jsonAnswer(rows);
  });

  api.plain('changes', async ({ session, query, header }) => {
    const since = cursorOf(header('last-event-id') ?? query('since'));
    return {
      status: 200,
      headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' },
      body: changeStream(parts, session(), since),
    };
  });

  api.send('seen', seenSchema, async ({ session, body }) => {
    await markSeen(parts, session(), body.registrations);
    return emptyAnswer;
  });

  api.send('open', openingSchema, async ({ session, body }) => jsonAnswer(await openEnvelope(parts, session(), body)));

  api.send('printed', printedSchema, async ({ session, body }) => {
    await notePrint(parts, session(), body.registration);
    return emptyAnswer;
  });

  api.send('arrive', arrivalSchema, async (call) => {
    await arrive(parts, call.session(), registrationIn(call), call.body);
    return emptyAnswer;
  });

  api.send('correctStay', stayCorrectionSchema, async (call) => {
    await correctStay(parts, call.session(), registrationIn(call), call.body);
    return emptyAnswer;
  });
}

function mountRetention(api: Api, parts: StaffParts): void {
  api.send('stay', staySchema, async (call) => {
    await markStay(parts, call.session(), registrationIn(call), call.body);
    return emptyAnswer;
  });

  api.plain('retentionStatus', async () => jsonAnswer(parts.retention.status()));

  api.plain('retention', async ({ session }) => jsonAnswer(await retentionOverview(parts, session())));

  api.send('confirmClock', clockConfirmationSchema, async ({ session, body }) => {
    await confirmClock(parts, session(), body.wall);
    return emptyAnswer;
  });
}

function mountManage(api: Api, parts: StaffParts): void {
  api.plain('staffProperty', async ({ session }) => jsonAnswer(await staffProperty(parts, session())));

  api.plain('people', async ({ session }) => jsonAnswer(await peopleOf(parts, session())));

  api.plain('invitations', async ({ session }) => {
    return jsonAnswer({ invitations: await invitationsOf(parts, session()) });
  });

  api.send('invite', newInvitationSchema, async ({ session, body }) => {
    await invite(parts, session(), body);
    return emptyAnswer;
  });

  api.plain('callOffInvitation', async ({ session, parameter }) => {
    await callOffInvitation(parts, session(), idOf(parameter('invitation')));
    return emptyAnswer;
  });

  api.send('confirmInvitation', invitationConfirmationSchema, async ({ session, body, parameter }) => {
    await confirmInvitation(parts, session(), idOf(parameter('invitation')), body);
    return emptyAnswer;
  });

  api.send('viewInvitation', invitationTokenSchema, async ({ body }) => {
    return jsonAnswer(await viewInvitation(parts, body.token));
  });

  api.send('answerInvitation', invitationAnswerSchema, async ({ body }) => {
    await answerInvitation(parts, body);
    return emptyAnswer;
  });

  api.send('publish', manifestPublicationSchema, async ({ session, body }) => {
    await publish(parts, session(), body);
    return emptyAnswer;
  });

  api.plain('settings', async ({ session, query }) =>
    jsonAnswer(await settingsView(parts, session().property, query('hours'))),
  );

  api.send('saveSettings', settingsSavingSchema, async ({ session, body }) => {
    await refuseUnseenEnds(parts, session(), body);
    return jsonAnswer(await saveSettings(parts, session(), body));
  });
}

function mountRequests(api: Api, parts: StaffParts): void {
  api.plain('requests', async ({ session }) => jsonAnswer(await listRequests(parts, session())));

  api.send('openRequest', requestOpeningSchema, async ({ session, body }) => {
    return jsonAnswer(await openRequest(parts, session(), body), 201);
  });

  api.send('stepRequest', requestStepBodySchema, async ({ session, body, parameter }) => {
    const request = parameter('request');
    if (!idSchema.safeParse(request).success) throw new Refusal('not_found');
    return jsonAnswer(await stepRequest(parts, session(), request, body));
  });

  api.plain('requestProof', async ({ session, parameter }) => {
    const request = parameter('request');
    if (!idSchema.safeParse(request).success) throw new Refusal('not_found');
    return jsonAnswer(await proofOfRequest(parts, session(), request));
  });
}

function mountLog(api: Api, parts: StaffParts): void {
  api.send('exportLog', logExportRequestSchema, async ({ session }) => {
    return {
      status: 200,
      headers: { 'content-type': 'application/x-ndjson', 'cache-control': 'no-store' },
      body: await exportLog(parts, session()),
    };
  });

  api.plain('anchors', async ({ session }) => jsonAnswer(await anchorsOf(parts, session())));

  api.send('keepAnchor', anchorKeepingSchema, async ({ session, body }) => {
    return jsonAnswer(await keepAnchor(parts, session(), body), 201);
  });
}

function idOf(text: string): string {
  if (!idSchema.safeParse(text).success) throw new Refusal('not_found');
  return text;
}

function cursorOf(text: string | undefined): number {
  const cursor = text === undefined || text === '' ? 0 : Number(text);
  if (!Number.isSafeInteger(cursor) || cursor < 0) throw new Refusal('malformed', 'since');
  return cursor;
}
