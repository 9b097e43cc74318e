import { type Stretch, stretchPassphrase } from '../../crypto/passphrase.ts';
import {
  type Arrival,
  type StayCorrection,
  type ManifestPublication,
  type Opened,
  type Opening,
  openedSchema,
  type People,
  peopleSchema,
  type Setup,
  type SetupStart,
  setupStartSchema,
  type SignedIn,
  type SignInChallenge,
  signInChallengeSchema,
  signedInSchema,
  type StaffProperty,
  staffPropertySchema,
} from '../../protocol/api.ts';
import {
  type KeptSettings,
  keptSettingsSchema,
  type SettingsSaving,
  type SettingsView,
  settingsViewSchema,
} from '../../protocol/hotel-settings.ts';
import {
  type Invitation,
  type InvitationAnswer,
  type InvitationConfirmation,
  invitationsSchema,
  type InvitationView,
  invitationViewSchema,
  type NewInvitation,
} from '../../protocol/invitation.ts';
import { type HandOverWay, type RegisterFile, registerFileSchema } from '../../protocol/hand-over.ts';
import type { Language } from '../../protocol/languages.ts';
import {
  type AnchorKeeping,
  type Anchors,
  anchorsSchema,
  type KeptAnchor,
  keptAnchorSchema,
} from '../../protocol/log-anchor.ts';
import { type Poster, type PosterChannel, posterSchema, type Posters, postersSchema } from '../../protocol/poster.ts';
import { type PasskeyAssertion, type PasskeyChallenge, passkeyChallengeSchema } from '../../protocol/passkey.ts';
import { type Published, publishedSchema } from '../../protocol/published.ts';
import { type RestorationOffer, restorationOfferSchema } from '../../protocol/restoration.ts';
import {
  type RetentionOverview,
  retentionOverviewSchema,
  type RetentionStatus,
  retentionStatusSchema,
  type Stay,
} from '../../protocol/retention-api.ts';
import type { DeviceKind, Person } from '../../protocol/staff.ts';
import type { StepUp } from '../../protocol/step-up.ts';
import { toInstant } from '../../protocol/time.ts';
import { type SeenTeams, teamsInMemory } from '../team/seen-teams.ts';
import { manifestsInMemory, type SeenManifests } from '../session/seen-manifests.ts';
import { deviceTimers, type Timers } from '../session/timers.ts';
import { LastProof } from '../step-up/last-proof.ts';
import { ask, askBytes, type Caller, type Fetch, send } from './call.ts';
import { type PaperApi, paperApi } from './paper-api.ts';
import { type RecoveryApi, recoveryApi } from './recovery-api.ts';
import { type RequestApi, requestApi } from './request-api.ts';
import { type TeamApi, teamApi } from './team-api.ts';
import { type GuardedApi, guardedApi } from './guarded-api.ts';
import { type CredentialApi, credentialApi } from './credential-api.ts';

/** The server as someone sees it who isn't signed in. Every method throws Refusal. */
export interface DoorApi {
  /** Where passphrases are stretched. */
  readonly stretch: Stretch;
  /** What this device has seen of teams and of manifests, for the sessions that begin here. */
  readonly seenTeams: SeenTeams;
  readonly seenManifests: SeenManifests;
  startSignIn(property: string, handle: string): Promise<SignInChallenge>;
  signIn(property: string, handle: string, proof: string): Promise<SignedIn>;
  /** The hotel's manifest and notice as guests get them. */
  published(property: string, language: Language): Promise<Published>;
  passkeyChallenge(property: string): Promise<PasskeyChallenge>;
  passkeySignIn(property: string, assertion: PasskeyAssertion): Promise<SignedIn>;
  /** How the invitation stands whose token this is, and an answer to it. */
  viewInvitation(token: string): Promise<InvitationView>;
  answerInvitation(answer: InvitationAnswer): Promise<void>;
  /** The sealed keyring, for whoever names its sheet. */
  startRestoration(property: string, sheet: string): Promise<RestorationOffer>;
  /** `restoration`: a JWS by the hotel's root. */
  restore(property: string, restoration: string): Promise<void>;
  /** What the one-time link allows. */
  startSetup(token: string): Promise<SetupStart>;
  setUp(token: string, setup: Setup): Promise<void>;
  /** The server as a signed-in person sees it. */
  staff(session: string): StaffApi;
}

/** Every method throws Refusal. */
export interface StaffApi extends GuardedApi, PaperApi, RecoveryApi, RequestApi, TeamApi, CredentialApi {
  /** Proves the person once more, for this session and `stepUpSeconds`. */
  stepUp(proof: StepUp): Promise<void>;
  /** Whether the last proof still holds, as far as this device knows: asks nothing of the server, which has the last word. */
  isProven(): boolean;
  signOut(options?: { readonly keepalive: boolean }): Promise<void>;
  property(): Promise<StaffProperty>;
  /** A page of the list as its bytes, `DeskRows` in JSON: it is read where the list is. Newer rows since a cursor, or older ones before it. */
  rows(way: 'since' | 'before', cursor: number): Promise<ArrayBuffer>;
  /** The change stream, open until the signal aborts it or the line breaks. */
  changes(cursor: number, signal: AbortSignal): Promise<Response>;
  markSeen(registrations: readonly string[]): Promise<void>;
  open(opening: Opening): Promise<Opened>;
  arrive(registration: string, arrival: Arrival): Promise<void>;
  correctStay(registration: string, correction: StayCorrection): Promise<void>;
  markStay(registration: string, stay: Stay): Promise<void>;
  retentionStatus(): Promise<RetentionStatus>;
  retention(): Promise<RetentionOverview>;
  confirmClock(wall: string): Promise<void>;
  /** The whole log as a file, whose body is still on its way. */
  exportLog(signal?: AbortSignal): Promise<Response>;
  anchors(): Promise<Anchors>;
  keepAnchor(keeping: AnchorKeeping): Promise<KeptAnchor>;
  settings(): Promise<KeptSettings>;
  /** With what waiting only so many hours would do. */
  settingsWith(hours: number): Promise<SettingsView>;
  saveSettings(saving: SettingsSaving): Promise<KeptSettings>;
  /** `way` null takes it back; `consentNumber` as in `handOverSchema`. */
  handOver(registration: string, way: HandOverWay | null, consentNumber?: number): Promise<void>;
  registerFile(registrations: readonly string[]): Promise<RegisterFile>;
  people(): Promise<readonly Person[]>;
  /** The same with the signed team list. */
  team(): Promise<People>;
  /** Those that wait. */
  invitations(): Promise<readonly Invitation[]>;
  invite(invitation: NewInvitation): Promise<void>;
  callOffInvitation(invitation: string): Promise<void>;
  confirmInvitation(invitation: string, confirmation: InvitationConfirmation): Promise<void>;
  publish(publication: ManifestPublication): Promise<void>;
  posters(): Promise<Posters>;
  makePoster(channel: PosterChannel): Promise<Poster>;
  revokePoster(poster: string): Promise<void>;
  acceptPlainPosters(accepted: boolean): Promise<void>;
}

/** The one place that knows which route takes and gives what. `origin` is empty on the site's own pages. */
export function staffDoor(
  fetch: Fetch,
  origin = '',
  timers: Timers = deviceTimers,
  device: DeviceKind = 'other',
  stretch: Stretch = stretchPassphrase,
  seenTeams: SeenTeams = teamsInMemory(),
  seenManifests: SeenManifests = manifestsInMemory(),
): DoorApi {
  const caller = (authorization: string | null): Caller => ({
    fetch,
    origin,
    authorization: () => authorization,
    timers,
  });
  const nobody = caller(null);
  const here = () => ({ device, time: toInstant(timers.now()) });
  return {
    stretch,
    seenTeams,
    seenManifests,
    startSignIn: (property, handle) =>
      ask(nobody, 'signInStart', signInChallengeSchema, { parameters: { property }, body: { handle } }),
    signIn: (property, handle, proof) =>
      ask(nobody, 'signIn', signedInSchema, { parameters: { property }, body: { handle, proof, ...here() } }),
    published: (property, language) =>
      ask(nobody, 'property', publishedSchema, { parameters: { property }, query: { lang: language } }),
    passkeyChallenge: (property) =>
      ask(nobody, 'passkeyChallenge', passkeyChallengeSchema, { parameters: { property }, body: {} }),
    passkeySignIn: (property, assertion) =>
      ask(nobody, 'passkeySignIn', signedInSchema, { parameters: { property }, body: { assertion, ...here() } }),
    viewInvitation: (token) => ask(nobody, 'viewInvitation', invitationViewSchema, { body: { token } }),
    answerInvitation: async (answer) => {
      await send(nobody, 'answerInvitation', { body: answer });
    },
    startRestoration: (property, sheet) =>
      ask(nobody, 'restorationStart', restorationOfferSchema, { parameters: { property }, body: { sheet } }),
    restore: async (property, restoration) => {
      await send(nobody, 'restoration', { parameters: { property }, body: { restoration } });
    },
    startSetup: (token) => ask(caller(`Setup ${token}`), 'setupStart', setupStartSchema),
    setUp: async (token, setup) => {
      await send(caller(`Setup ${token}`), 'setup', { body: setup });
    },
    staff: (session) => staffApi(caller(`Bearer ${session}`), new LastProof(timers)),
  };
}

function staffApi(caller: Caller, proof: LastProof): StaffApi {
  return {
    ...credentialApi(caller),
    stepUp: (shown) =>
      proof.renew(async () => {
        await send(caller, 'stepUp', { body: shown });
      }),
    isProven: () => proof.holds(),
    signOut: async (options) => {
      await send(caller, 'signOut', { body: {}, ...options });
    },
    property: () => ask(caller, 'staffProperty', staffPropertySchema),
    rows: (way, cursor) => askBytes(caller, 'rows', { query: { [way]: String(cursor) } }),
    changes: (cursor, signal) => send(caller, 'changes', { query: { since: String(cursor) }, signal }),
    markSeen: async (registrations) => {
      await send(caller, 'seen', { body: { registrations } });
    },
    open: (opening) => ask(caller, 'open', openedSchema, { body: opening }),
    ...guardedApi(caller),
    arrive: async (registration, arrival) => {
      await send(caller, 'arrive', { parameters: { registration }, body: arrival });
    },
    ...requestApi(caller),
    correctStay: async (registration, correction) => {
      await send(caller, 'correctStay', { parameters: { registration }, body: correction });
    },
    markStay: async (registration, stay) => {
      await send(caller, 'stay', { parameters: { registration }, body: stay });
    },
    retentionStatus: () => ask(caller, 'retentionStatus', retentionStatusSchema),
    retention: () => ask(caller, 'retention', retentionOverviewSchema),
    confirmClock: async (wall) => {
      await send(caller, 'confirmClock', { body: { wall } });
    },
    exportLog: (signal) => send(caller, 'exportLog', { body: {}, ...(signal === undefined ? {} : { signal }) }),
    anchors: () => ask(caller, 'anchors', anchorsSchema),
    keepAnchor: (keeping) => ask(caller, 'keepAnchor', keptAnchorSchema, { body: keeping }),
    ...paperApi(caller),
    settings: () => ask(caller, 'settings', keptSettingsSchema),
    settingsWith: (hours) => ask(caller, 'settings', settingsViewSchema, { query: { hours: String(hours) } }),
    saveSettings: (saving) => ask(caller, 'saveSettings', keptSettingsSchema, { body: saving }),
    handOver: async (registration, way, consentNumber) => {
      const body = consentNumber === undefined ? { way } : { way, consentNumber };
      await send(caller, 'handOver', { parameters: { registration }, body });
    },
    registerFile: (registrations) => ask(caller, 'registerFile', registerFileSchema, { body: { registrations } }),
    team: () => ask(caller, 'people', peopleSchema),
    people: async () => (await ask(caller, 'people', peopleSchema)).people,
    invitations: async () => (await ask(caller, 'invitations', invitationsSchema)).invitations,
    invite: async (invitation) => {
      await send(caller, 'invite', { body: invitation });
    },
    callOffInvitation: async (invitation) => {
      await send(caller, 'callOffInvitation', { parameters: { invitation }, body: {} });
    },
    confirmInvitation: async (invitation, confirmation) => {
      await send(caller, 'confirmInvitation', { parameters: { invitation }, body: confirmation });
    },
    ...teamApi(caller),
    publish: async (publication) => {
      await send(caller, 'publish', { body: publication });
    },
    ...recoveryApi(caller),
    posters: () => ask(caller, 'posters', postersSchema),
    makePoster: (channel) => ask(caller, 'makePoster', posterSchema, { body: { channel } }),
    revokePoster: async (poster) => {
      await send(caller, 'revokePoster', { parameters: { poster }, body: {} });
    },
    acceptPlainPosters: async (accepted) => {
      await send(caller, 'plainPosters', { body: { accepted } });
    },
  };
}
