import type { KeptSettings, SettingsSaving } from '../../protocol/hotel-settings.ts';
import type { ManifestPublication, Recovery, RecoveryTest, RecoveryUpload, StaffProperty } from '../../protocol/api.ts';
import type { Manifest } from '../../protocol/manifest.ts';
import { envelopeSizeIsRight, suiteIsKnown } from '../../protocol/envelope.ts';
import { Refusal } from '../../protocol/problems.ts';
import { purposeIds } from '../../protocol/purposes.ts';
import { toInstant } from '../../protocol/time.ts';
import { writeOne } from '../commit/write-one.ts';
import { digest } from '../digest.ts';
import { logEntryText } from '../log/log-entry.ts';
import type { DeskParts } from '../staff/desk.ts';
import type { Attempts } from '../staff/attempts.ts';
import { requireStepUp } from '../staff/require-step-up.ts';
import type { ActiveSession, Sessions } from '../staff/sessions.ts';
import type { Change } from '../store/change.ts';
import { checkGrants, checkPublication, checkSuccession } from './check-publication.ts';

/** What the owner does with a hotel. */
export interface ManageParts extends DeskParts {
  readonly publicUrl: string;
  readonly sessions: Sessions;
  readonly attempts: Attempts;
}

async function write(parts: ManageParts, session: ActiveSession, change: Change): Promise<void> {
  const hotel = await parts.hotels.get(session.property);
  await writeOne(parts.committer, session.property, change, hotel.sign);
}

export async function staffProperty(parts: ManageParts, { property }: ActiveSession): Promise<StaffProperty> {
  const hotel = await parts.hotels.get(property);
  const sheet = await parts.store.recovery(property);
  const proofs = await parts.store.recoveryProofs(property);
  const restored = await parts.store.restored(property);
  const proven = sheet !== null && sheet.provenAt !== null;
  return {
    property,
    publicUrl: parts.publicUrl,
    profile: hotel.profile,
    manifest: hotel.current.jws,
    recoveryMade: sheet !== null,
    recoveryProven: proven,
    recoveryLapsed: !proven && proofs.length > 0,
    settings: (await parts.store.settings(property)).settings,
    recoveryUsed: sheet !== null && sheet.usedAt !== null,
    recoveryProvenAt: instantOf(sheet?.provenAt ?? null),
    restored: restored === null ? null : { at: toInstant(restored.at), name: restored.name },
  };
}

function instantOf(at: number | null): string | null {
  return at === null ? null : toInstant(at);
}

export async function publish(parts: ManageParts, session: ActiveSession, body: ManifestPublication): Promise<void> {
  const hotel = await parts.hotels.get(session.property);
  const at = parts.clock();
  const receiptKey = Buffer.from(hotel.receiptKey.publicKey).toString('base64url');
  const { manifest, publication } = await checkPublication({
    ...body,
    property: session.property,
    receiptKey,
    now: at,
  });
  checkSuccession(manifest, body.profile, hotel, at);
  const grants = body.grants ?? [];
  await checkNewGrants(parts, session, grants, manifest, hotel.current.manifest);
  const keyIds = hotel.current.manifest.purposes.map(({ keyId }) => keyId);
  const held = new Set([...keyIds, ...(await ownKeys(parts, session))]);
  // A sheet made before doesn't hold a key that is new: it has to be made and proven again.
  const newKeys = manifest.purposes.some(({ keyId }) => !held.has(keyId));
  // New words alone are the owner's daily work; new keys are not.
  if (newKeys || manifest.epoch !== hotel.current.manifest.epoch) await requireStepUp(parts, session, 'publish');
  const by = { at, actor: session.person, role: session.role };
  const entry = logEntryText({ ...by, action: 'manifest-published', digest: publication.hash });
  await write(parts, session, { kind: 'publish', at, profile: body.profile, publication, grants, newKeys, entry });
  await parts.hotels.reload(session.property);
}

/** Keys the person who publishes was granted before. */
async function ownKeys({ store }: ManageParts, { person }: ActiveSession): Promise<string[]> {
  return (await Promise.all(purposeIds.map((id) => store.grantedKeys(person, id)))).flat();
}

/** Grants that come with a publication are for its new keys, each to a member of this hotel's staff, once. Throws Refusal. */
async function checkNewGrants(
  { store }: ManageParts,
  { property }: ActiveSession,
  grants: NonNullable<ManifestPublication['grants']>,
  next: Manifest,
  before: Manifest,
): Promise<void> {
  if (grants.length === 0) return;
  const people = await store.people(property);
  const known = new Set([before.card.keyId, ...before.purposes.map(({ keyId }) => keyId)]);
  for (const { person, grant } of grants) {
    if (!people.some(({ id }) => id === person)) throw new Refusal('malformed', 'grants.person');
    if (known.has(grant.keyId)) throw new Refusal('unknown_key', 'grants.keyId');
    checkGrants(
      grants.filter((one) => one.person === person).map((one) => one.grant),
      next,
    );
  }
}

/** Saves how the hotel works, and answers with what is kept. The entry pins the exact settings. Throws Refusal `conflict`. */
export async function saveSettings(
  parts: ManageParts,
  session: ActiveSession,
  { settings, revision }: SettingsSaving,
): Promise<KeptSettings> {
  const at = parts.clock();
  const by = { at, actor: session.person, role: session.role };
  const entry = logEntryText({ ...by, action: 'settings-changed', digest: digest(JSON.stringify(settings)) });
  await write(parts, session, { kind: 'save-settings', at, settings, revision, entry });
  return { settings, revision: revision + 1 };
}

export async function recoverySheet(parts: ManageParts, session: ActiveSession): Promise<Recovery> {
  const stored = await parts.store.recovery(session.property);
  if (stored === null) throw new Refusal('not_found');
  const { record, test, provenAt } = stored;
  const shown = { id: test.id, envelope: test.envelope };
  const proofs = (await parts.store.recoveryProofs(session.property)).map((proof) => ({
    ...proof,
    at: toInstant(proof.at),
  }));
  return { record, test: shown, provenAt: instantOf(provenAt), proofs };
}

export async function makeRecovery(parts: ManageParts, session: ActiveSession, upload: RecoveryUpload): Promise<void> {
  await checkTest(parts, session, upload.test);
  const at = parts.clock();
  const entry = logEntryText({ at, actor: session.person, role: session.role, action: 'recovery-sheet-made' });
  await write(parts, session, { kind: 'make-recovery', at, upload, entry });
}

/** A fresh test record for the sheet there is: a rehearsal opens what no one has opened before. */
export async function renewRecoveryTest(parts: ManageParts, session: ActiveSession, test: RecoveryTest): Promise<void> {
  await checkTest(parts, session, test);
  await write(parts, session, { kind: 'renew-recovery-test', at: parts.clock(), test });
}

async function checkTest(parts: ManageParts, { property }: ActiveSession, { envelope }: RecoveryTest): Promise<void> {
  const { card } = (await parts.hotels.get(property)).current.manifest;
  if (envelope.kind !== 'test' || envelope.purpose !== null) throw new Refusal('malformed', 'test.envelope.kind');
  if (envelope.keyId !== card.keyId) throw new Refusal('unknown_key', 'test.envelope.keyId');
  if (!suiteIsKnown(envelope)) throw new Refusal('unknown_suite', 'test.envelope');
  if (!envelopeSizeIsRight(envelope)) throw new Refusal('envelope_size', 'test.envelope');
}

/** The value a recovered key found in the test record. A wrong one is an entry too. Throws Refusal `recovery_wrong`, `sheet_replaced`. */
export async function proveRecovery(parts: ManageParts, session: ActiveSession, value: string): Promise<void> {
  const at = parts.clock();
  const { person: actor, role } = session;
  const before = (await parts.store.recovery(session.property))?.provenAt ?? null;
  const action = before === null ? 'recovery-sheet-proven' : 'recovery-rehearsed';
  const entry = logEntryText({ at, actor, role, action });
  try {
    await write(parts, session, { kind: 'prove-recovery', at, valueHash: digest(value), actor, entry });
  } catch (error) {
    if (error instanceof Refusal && error.code === 'recovery_wrong')
      await parts.attempts.refused(session, { action: 'attempt-refused', about: 'recovery', registration: null });
    throw error;
  }
}
