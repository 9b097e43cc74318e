import { needsApproval } from '../../../protocol/approval.ts';
import type { Change, ChangeOf, Outcome } from '../change.ts';
import { applyApproval } from './apply-approval.ts';
import { eraseAgain } from './lost-erasures.ts';
import { destroyDamaged } from './erase-damaged.ts';
import { handOver } from './apply-hand-over.ts';
import { applyGuestAct, eraseSealed, stepRequest } from './apply-guest-act.ts';
import { isBySomebodyGone } from './by-somebody-gone.ts';
import { correctStay } from './correct-stay.ts';
import { applyStaffChange } from './apply-staff-change.ts';
import { applyPaper } from './apply-paper.ts';
import { certify, expire, retain, setStay } from './apply-retention.ts';
import { type Draft, done, log, refused, type Tables, unchanged } from './draft.ts';

/** Applies one change inside the batch's transaction, or says why not, having written nothing. */
export function applyChange(tables: Tables, draft: Draft, change: Change): Outcome {
  if (change.kind === 'create-property') return createProperty(tables, draft, change);
  const property = draft.propertyRow;
  if (property === null) return refused('unknown_property');
  if (isBySomebodyGone(tables, property, change)) return refused('session_ended');
  switch (change.kind) {
    case 'register':
      return register(tables, draft, property, change);
    case 'mark-seen':
    case 'arrive':
      return moveOn(tables, draft, property, change);
    case 'open-envelope':
      return openEnvelope(tables, draft, property, change);
    case 'ask-approval':
    case 'answer-approval':
      return applyApproval(tables, draft, property, change);
    case 'amend':
    case 'erase':
      return applyGuestAct(tables, draft, property, change);
    case 'erase-sealed':
      return eraseSealed(tables, draft, property, change);
    case 'erase-again':
      return eraseAgain(tables, draft, property, change);
    case 'destroy-damaged':
      return destroyDamaged(tables, draft, property, change);
    case 'hand-over':
      return handOver(tables, draft, property, change);
    case 'set-stay':
      return setStay(tables, draft, property, change);
    case 'correct-stay':
      return correctStay(tables, draft, property, change);
    case 'expire':
      return expire(tables, draft, property, change);
    case 'retain':
      return retain(tables, draft, property, change);
    case 'certify':
      return certify(tables, draft, property, change);
    case 'open-request':
      tables.requests.insert(property, change.request);
      return done(draft, change.entry);
    case 'step-request':
      return stepRequest(tables, draft, property, change);
    case 'publish':
      if (tables.properties.currentSequence(property) !== change.publication.sequence - 1) return refused('conflict');
      if (change.grants.some(({ person }) => tables.invitations.shutsOut(property, person))) return refused('conflict');
      tables.properties.insertPublication(property, change.publication, draft.moment);
      tables.properties.setProfile(property, change.profile);
      tables.staff.addGrants(property, change.grants);
      if (change.newKeys) tables.recoveries.unprove(property);
      return done(draft, change.entry);
    case 'add-person':
    case 'change-passphrase':
    case 'add-passkey':
    case 'use-passkey':
    case 'remove-passkey':
    case 'invite':
    case 'answer-invitation':
    case 'end-invitation':
    case 'sign-team':
    case 'change-role':
    case 'give-grants':
    case 'confirm-training':
    case 'rejoin':
    case 'renew-keys':
    case 'start-session':
    case 'touch-session':
    case 'step-up':
    case 'end-session':
      return applyStaffChange(tables, draft, property, change);
    case 'note':
      return done(draft, change.entry);
    case 'keep-anchor':
      return tables.anchors.insert(property, change) ? done(draft, change.entry) : refused('not_found');
    case 'save-settings':
      if (!tables.properties.saveSettings(property, change)) return refused('conflict');
      draft.topics.add('settings');
      return done(draft, change.entry);
    case 'record-paper':
    case 'move-paper':
    case 'destroy-paper':
      return applyPaper(tables, draft, property, change);
    case 'make-recovery':
      tables.recoveries.set(property, change);
      return done(draft, change.entry);
    case 'prove-recovery':
      return proveRecovery(tables, draft, property, change);
    case 'renew-recovery-test': {
      const stored = tables.recoveries.get(property);
      if (stored === null) return refused('not_found');
      tables.recoveries.setTest(property, stored, change);
      return { kind: 'done', index: null };
    }
    case 'restore-owner':
      return restoreOwner(tables, draft, property, change);
    case 'make-poster':
      return tables.posters.insert(property, change) ? done(draft, change.entry) : refused('conflict');
    case 'revoke-poster': {
      const was = tables.posters.revoke(property, change);
      if (was === 'unknown') return refused('not_found');
      return was === 'before' ? unchanged : done(draft, change.entry);
    }
    case 'set-plain-posters':
      tables.properties.setPlainPosters(property, change.accepted);
      return done(draft, change.entry);
  }
}

function createProperty(tables: Tables, draft: Draft, change: ChangeOf<'create-property'>): Outcome {
  if (tables.properties.all().length > 0) return refused('setup_done');
  draft.propertyRow = tables.properties.insert(draft, change);
  tables.staff.insert(draft.propertyRow, change.owner, change.at);
  const index = log(draft, change.entry);
  log(draft, change.ownerEntry);
  return { kind: 'done', index };
}

function register(tables: Tables, draft: Draft, property: number, change: ChangeOf<'register'>): Outcome {
  const { registration, lookupHash, manifest, poster, channel } = change.submission;
  if (tables.registrations.has(registration, lookupHash)) {
    const there = tables.registrations.byId(registration);
    if (there === null || there.owner !== property) return refused('submission_conflict');
    if (there.state === 'expired' || there.state === 'erased') return refused('gone');
    return there.body_hash === change.bodyHash ? { kind: 'existing' } : refused('submission_conflict');
  }
  if (manifest.sequence < tables.properties.epochSince(property)) return refused('manifest_outdated');
  if (poster !== undefined && !tables.posters.count(property, poster, channel)) return refused('poster_not_in_use');
  draft.lastRow += 1;
  draft.lastChange += 1;
  const index = log(draft, change.entry);
  tables.registrations.insert(draft.lastRow, property, draft.lastChange, index, change);
  return { kind: 'done', index };
}

function moveOn(
  tables: Tables,
  draft: Draft,
  property: number,
  change: ChangeOf<'mark-seen'> | ChangeOf<'arrive'>,
): Outcome {
  const there = tables.registrations.byId(change.registration);
  const known = there !== null && there.owner === property;
  if (change.kind === 'arrive') {
    if (!known) return refused('not_found');
    if (there.state === 'expired' || there.state === 'erased') return refused('gone');
    if (there.state !== 'received' && there.state !== 'seen') {
      const note = tables.registrations.envelopes(there.id, 'listed').find(({ envelope }) => envelope.kind === 'desk');
      const same = note?.envelope.ciphertext === change.desk.ciphertext && there.desk_check_out === change.checkOut;
      return same ? unchanged : refused('conflict');
    }
    // The note may be sealed to a key somebody has left with.
    if (change.manifestSequence < tables.properties.epochSince(property)) return refused('unknown_key');
    draft.lastChange += 1;
    tables.registrations.arrive(there.id, draft.lastChange, tables.properties.nextFileNumber(property), change);
    return done(draft, change.entry);
  }
  if (!known || there.state !== 'received') return unchanged;
  draft.lastChange += 1;
  tables.registrations.markSeen(there.id, draft.lastChange, change.at);
  return done(draft, change.entry);
}

function openEnvelope(tables: Tables, draft: Draft, property: number, change: ChangeOf<'open-envelope'>): Outcome {
  const there = tables.registrations.byId(change.registration);
  if (there === null || there.owner !== property) return refused('not_found');
  if (tables.amendments.sealedOff(there.id).some(({ purpose }) => purpose === change.purpose))
    return refused('sealed_off');
  if (there.state === 'expired' || there.state === 'erased') return refused('gone');
  const held = tables.registrations.envelopes(there.id, 'all').filter(({ envelope }) => envelope.kind === 'purpose');
  const found = held.find(({ envelope }) => envelope.purpose === change.purpose);
  if (found === undefined) return refused(there.withdrawn.includes(change.purpose) ? 'gone' : 'not_found');
  const { together = {} } = change;
  for (const { envelope } of held) {
    const { purpose, keyId } = envelope;
    if (purpose === null) continue;
    const keys = purpose === change.purpose ? change.keys : together[purpose];
    if (keys === undefined) continue;
    if (!keys.includes(keyId)) return refused('not_granted');
    if (!change.approved && needsApproval(purpose, there.minors === 1)) return refused('approval_needed');
  }
  if (change.approval !== undefined) log(draft, change.approval);
  if (change.unreviewed !== undefined) {
    tables.approvals.insert(property, there.id, change.unreviewed, 'emergency', draft.moment);
    draft.topics.add('approvals');
  }
  const index = log(draft, change.entry);
  const consentHash = found.event === 1 ? there.consent_hash : tables.amendments.eventHash(there.id, found.event);
  return { kind: 'opened', index, envelope: found.envelope, consentHash };
}

function proveRecovery(tables: Tables, draft: Draft, property: number, change: ChangeOf<'prove-recovery'>): Outcome {
  const recovery = tables.recoveries.get(property);
  if (recovery === null) return refused('not_found');
  if (recovery.usedAt !== null) return refused('sheet_replaced');
  if (recovery.test.valueHash !== change.valueHash) return refused('recovery_wrong');
  tables.recoveries.prove(property, change, recovery.provenAt !== null);
  return done(draft, change.entry);
}

function restoreOwner(tables: Tables, draft: Draft, property: number, change: ChangeOf<'restore-owner'>): Outcome {
  if (tables.recoveries.get(property) === null) return refused('not_found');
  const { id, handle, publicKey } = change.person;
  const there = tables.staff.byId(property, id)?.person;
  // Sent again after the line broke: they are in already.
  if (there?.publicKey === publicKey && there.handle === handle && there.role === 'owner') return { kind: 'existing' };
  if (tables.staff.isTaken(property, change.person)) return refused('conflict');
  tables.staff.insert(property, change.person, change.at);
  tables.recoveries.use(property, change);
  tables.sessions.endOfRole(property, 'owner');
  return done(draft, change.entry);
}
