// What every store must do with questions for approval, and with what was opened before anybody had approved.

import { expect, test } from 'vitest';
import { logEntrySchema } from '../../src/protocol/audit-log.ts';
import { approvalsKept, type NewApproval } from '../../src/server/store/approval-changes.ts';
import type { Change, ChangeOf } from '../../src/server/store/change.ts';
import { StorageUnavailable } from '../../src/server/store/store.ts';
import { sha256 } from '../support/hotel-fixtures.ts';
import { fixtureId, testPerson } from '../support/server-fixtures.ts';
import { contractSetting, type StorePlace } from './contract-setting.ts';
import { guestChanges } from './guest-changes.ts';

const minute = 60_000;

export function approvalContract(newPlace: () => Promise<StorePlace>): void {
  const s = contractSetting(newPlace);
  const { arrival, entry, move, reopen, write } = s;
  const { erasing, refused, registered } = guestChanges(s);

  const family = async () => (await registered({ statutory: ['identity', 'minors'] })).submission.registration;
  const approval = (registration: string, more: Partial<NewApproval> = {}): NewApproval => ({
    id: fixtureId(),
    registration,
    purpose: 'minors',
    reason: 'check-in',
    asker: s.owner.person.id,
    until: s.now + 15 * minute,
    ...more,
  });
  const ask = (of: NewApproval, forget = 0): Change => ({
    kind: 'ask-approval',
    at: s.now,
    approval: of,
    forget,
    entry: entry('approval-asked', of.registration),
  });
  const answer = (
    of: NewApproval,
    decision: ChangeOf<'answer-approval'>['decision'],
  ): Change & ChangeOf<'answer-approval'> => ({
    kind: 'answer-approval',
    at: s.now,
    approval: of.id,
    decision,
    by: s.owner.person.id,
    until: s.now + 15 * minute,
    entry: entry('approved', of.registration),
  });
  const emergency = (unreviewed: NewApproval, keys = [s.hotel.keys.minors.keyId]): Change => ({
    kind: 'open-envelope',
    at: s.now,
    registration: unreviewed.registration,
    purpose: 'minors',
    approved: true,
    unreviewed,
    keys,
    entry: entry('opened-unapproved', unreviewed.registration),
  });
  const states = async (since = 0) =>
    (await s.store.approvals(s.hotel.property, since)).map(({ id, state }) => [id, state]);

  test('what was asked is forgotten with a certificate as well, but no emergency nobody has looked into', async () => {
    const id = await family();
    const [asked, opened] = [approval(id), approval(id, { reason: 'emergency' })];
    await write(arrival(id), ask(asked), emergency(opened));
    // By the steady clock, which the touch tells; the certificate's own time is counted time, which may lag behind.
    const certify = (moment: number): Change[] => [
      { kind: 'touch-session', hash: sha256('nobody'), moment },
      {
        kind: 'certify',
        at: s.now - 40 * 24 * 60 * minute,
        text: '{}',
        manifestSequence: 1,
        entry: entry('erasure-certified', id),
      },
    ];
    await write(...certify(s.now + approvalsKept));
    expect(new Set(await states())).toEqual(
      new Set([
        [asked.id, 'waiting'],
        [opened.id, 'emergency'],
      ]),
    );
    await write(...certify(s.now + approvalsKept + 1));
    expect(await states()).toEqual([[opened.id, 'emergency']]);
  });

  test('a question is asked once while it waits, answered once, and outlives a start', async () => {
    const id = await family();
    const asked = approval(id);
    const again = approval(id);
    const other = approval(id, { purpose: 'identity' });
    const reason = approval(id, { reason: 'legal-duty' });
    const unknown = approval(fixtureId());
    const { outcomes, topics } = await write(ask(asked), ask(again), ask(other), ask(reason), ask(unknown));
    expect(outcomes.map((one) => (one.kind === 'refused' ? one.code : one.kind))).toEqual([
      'done',
      'unchanged',
      'done',
      'done',
      'not_found',
    ]);
    expect(topics).toEqual(new Set(['approvals']));
    await reopen();
    expect(await s.store.approval(s.hotel.property, asked.id)).toEqual({
      ...asked,
      state: 'waiting',
      decidedBy: null,
      askedAt: s.now,
    });
    expect(await s.store.approval('0000000000', asked.id)).toBeNull();
    expect((await write(answer(asked, 'reviewed'), answer(again, 'approved'))).outcomes).toEqual([
      refused('conflict'),
      refused('not_found'),
    ]);
    s.now += minute;
    const before = (await s.entries()).length;
    expect((await write(answer(asked, 'approved'), answer(asked, 'refused'))).outcomes).toEqual([
      { kind: 'done', index: before },
      refused('conflict'),
    ]);
    await reopen();
    expect(await s.store.approval(s.hotel.property, asked.id)).toMatchObject({
      state: 'approved',
      decidedBy: s.owner.person.id,
      until: s.now + 15 * minute,
    });
    s.now += 15 * minute;
    expect((await write(answer(other, 'approved'))).outcomes).toEqual([refused('conflict')]);
    expect((await write(ask(approval(id, { purpose: 'identity' })))).outcomes).toMatchObject([{ kind: 'done' }]);
  });

  test('an approval ends where its giver may approve no more, and nobody gives one who may not', async () => {
    const ids = [await family(), await family(), await family()];
    const supervisor = await testPerson(s.hotel, 'supervisor', 'sun');
    await s.join(supervisor);
    const by = supervisor.person.id;
    const [given, waits, owners] = ids.map((id) => approval(id));
    if (given === undefined || waits === undefined || owners === undefined) throw new TypeError('three families');
    await write(ask(given), ask(waits), ask(owners), { ...answer(given, 'approved'), by }, answer(owners, 'approved'));
    const until = async (of: NewApproval) => (await s.store.approval(s.hotel.property, of.id))?.until;
    const lasts = s.now + 15 * minute;
    expect([await until(given), await until(owners)]).toEqual([lasts, lasts]);
    s.now += minute;
    const role = (to: 'supervisor' | 'front-desk'): Change => ({
      kind: 'change-role',
      at: s.now,
      person: by,
      role: to,
      entry: entry('role-changed'),
    });
    expect((await write(role('supervisor'))).topics).toEqual(new Set());
    expect(await until(given)).toBe(lasts);
    expect((await write(role('front-desk'))).topics).toEqual(new Set(['approvals']));
    // The owner's own and what nobody has answered stay as they are.
    expect([await until(given), await until(waits), await until(owners)]).toEqual([s.now, lasts, lasts]);
    expect((await write({ ...answer(waits, 'approved'), by }, role('supervisor'))).outcomes).toMatchObject([
      refused('forbidden'),
      { kind: 'done' },
    ]);
    expect((await write({ ...answer(waits, 'approved'), by: fixtureId() })).outcomes).toEqual([refused('forbidden')]);
    expect(await until(given)).toBe(s.now);
  });

  test('nobody who is shut out answers, whatever proved them', async () => {
    const id = await family();
    const [asked, opened] = [approval(id), approval(id, { reason: 'emergency' })];
    const supervisor = await testPerson(s.hotel, 'supervisor', 'sun');
    const { handle, displayName, role } = supervisor.person;
    await s.join(supervisor);
    await write(ask(asked), emergency(opened));
    await write({
      kind: 'invite',
      at: s.now,
      by: s.owner.person.id,
      expiresAt: s.now + 30 * minute,
      invitation: {
        id: fixtureId(),
        handle,
        displayName,
        role,
        purposes: [],
        again: { person: supervisor.person.id, exposed: true },
        tokenHash: sha256('again'),
        sealedSecret: { enc: 'A'.repeat(87), ciphertext: 'AAAA' },
      },
      entry: entry('person-invited-again'),
    });
    const before = await s.entries();
    const by = supervisor.person.id;
    expect((await write({ ...answer(asked, 'approved'), by }, { ...answer(opened, 'reviewed'), by })).outcomes).toEqual(
      [refused('sign_in_failed'), refused('sign_in_failed')],
    );
    expect(await s.entries()).toEqual(before);
    expect(new Set((await states()).map(([, state]) => state))).toEqual(new Set(['emergency', 'waiting']));
  });

  test('an opening in an emergency is kept with its entry or not at all, and waits until somebody has looked into it', async () => {
    const id = await family();
    const opened = approval(id, { reason: 'emergency' });
    expect((await write(emergency(opened, []))).outcomes).toEqual([refused('not_granted')]);
    s.fault = new StorageUnavailable('the disk is full at COMMIT');
    await expect(write(emergency(opened))).rejects.toBeInstanceOf(StorageUnavailable);
    s.fault = null;
    expect(await states()).toEqual([]);
    expect(await write(emergency(opened))).toMatchObject({
      outcomes: [{ kind: 'opened' }],
      topics: new Set(['approvals']),
    });
    expect(await s.ifKilled((store) => store.approvals(s.hotel.property, 0))).toMatchObject([{ state: 'emergency' }]);
    s.now += 400 * 24 * 60 * minute;
    const late = approval(id);
    await write(ask(late, s.now - 24 * 60 * minute));
    expect(await states(s.now)).toEqual([
      [late.id, 'waiting'],
      [opened.id, 'emergency'],
    ]);
    expect((await write(answer(opened, 'approved'), answer(opened, 'reviewed'))).outcomes).toMatchObject([
      refused('conflict'),
      { kind: 'done' },
    ]);
    expect(await states(s.now)).toEqual([[late.id, 'waiting']]);
    // What was asked long ago goes with the next question.
    await write(ask(approval(id, { purpose: 'identity' }), s.now));
    expect((await states()).map(([, state]) => state)).toEqual(['waiting', 'waiting']);
  });

  test('questions end with the registration, and an emergency waits on', async () => {
    const ends: ((id: string) => Change)[] = [
      (id) => move('expire', id),
      (id) => ({
        kind: 'erase-again',
        at: s.now,
        entry: entry('erased', id),
        erasure: {
          id: fixtureId(),
          registration: id,
          classes: [],
          through: 3,
          at: s.now,
          ended: true,
          held: [],
          sealedOff: [],
        },
      }),
    ];
    for (const end of ends) {
      const id = await family();
      const opened = approval(id, { reason: 'emergency' });
      await write(ask(approval(id)), emergency(opened));
      expect(await write(end(id))).toMatchObject({ topics: new Set(['approvals']) });
      expect((await states()).filter(([one]) => one === opened.id)).toEqual([[opened.id, 'emergency']]);
      expect((await states()).filter(([, state]) => state === 'waiting')).toEqual([]);
      expect((await write(ask(approval(id)))).outcomes).toEqual([refused('gone')]);
    }
    // Also where a law still holds a part of it.
    const guest = await registered({ statutory: ['identity', 'minors'] });
    const id = guest.submission.registration;
    await write(arrival(id), ask(approval(id)));
    await write(erasing(guest, { arrived: true, known: 3, sealedOff: [{ purpose: 'minors', until: '2027-05-24' }] }));
    expect((await states()).filter(([, state]) => state === 'waiting')).toEqual([]);
    const actions = (await s.entries()).map((text) => logEntrySchema.parse(JSON.parse(text)).action);
    expect(actions.filter((action) => action === 'opened-unapproved')).toHaveLength(2);
  });
}
