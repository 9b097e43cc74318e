// The wall clock is set back or ahead while an approval, an invitation, a replaced manifest or a link on paper lasts. Each ends on time.

import { expect, test } from 'vitest';
import { approvalMinutes, approvalSchema } from '../../../src/protocol/approval.ts';
import { invitationLasts, invitationsSchema, invitationViewSchema } from '../../../src/protocol/invitation.ts';
import { deskRequestSchema, requestProofSchema } from '../../../src/protocol/request.ts';
import { sha256, testHotel, text } from '../../support/hotel-fixtures.ts';
import { day, jumpingClock, minute, years } from '../../support/jumping-clock.ts';
import { fixtureId, testGuest, testPerson } from '../../support/server-fixtures.ts';

const s = jumpingClock({ most: 6 });
const { again, colleague, jump, pass, signedIn } = s;

/** Lets all of the time something lasts pass but a millisecond; none of it by the wall clock. */
const almost = async (lasts: number, each: () => Promise<void>) => {
  const steps = 5;
  for (let i = 0; i < steps; i++) {
    const passes = Math.floor((lasts - 1) / steps) + (i === 0 ? (lasts - 1) % steps : 0);
    pass(passes);
    jump(-passes);
    await each();
  }
};
const nothing = () => Promise.resolve();
/** How the wall clock may be kept from telling that time passes. */
const slowly = {
  'set back by ten years': async (lasts: number) => {
    jump(-years);
    pass(lasts - 1);
    await again();
  },
  'set back again and again': (lasts: number) => almost(lasts, nothing),
  'set back each time before the server starts again': (lasts: number) => almost(lasts, again),
} as const;
const ways = [
  'set back by ten years',
  'set back again and again',
  'set back each time before the server starts again',
] as const;
/** Ends something: its time passes to the last millisecond, at which it still `holds`, or the wall clock is set ahead. */
const end = async (way: (typeof ways)[number] | 'set ahead', lasts: number, holds: () => Promise<boolean>) => {
  if (way === 'set ahead') return jump(years);
  await slowly[way](lasts);
  expect(await holds()).toBe(true);
  pass(1);
};
/** As the wire tells a time. */
const inSeconds = (time: number) => Math.floor(time / 1000) * 1000;

test.each([...ways, 'set ahead'] as const)(
  'an approval and a question end on time under a clock that is %s',
  async (way) => {
    const wang = await colleague('front-desk', 'wang');
    const sun = await colleague('supervisor', 'sun');
    const family = await testGuest(s.hotel, { now: s.server.clock.now, statutory: ['identity', 'minors'] });
    await s.server.send('register', { parameters: { property: s.hotel.property }, body: family.body });
    const { registration } = family.submission;
    const body = { registration, purpose: 'minors', reason: 'check-in' };
    const ask = async (authorization: string) =>
      approvalSchema.parse((await s.server.send('askApproval', { authorization, body })).json);
    const approve = async (approval: string) => {
      const sent = { authorization: await signedIn(sun), parameters: { approval }, body: { decision: 'approved' } };
      return (await s.server.send('decideApproval', sent)).code;
    };
    const open = async (authorization: string) => (await s.server.send('open', { authorization, body })).code;
    const before = await signedIn(wang);
    const asked = await ask(before);
    expect(await approve(asked.id)).toBeNull();
    const other = await signedIn(await colleague('front-desk', 'zhao'));
    const waiting = await ask(other);
    expect(await open(before)).toBeNull();
    await end(way, approvalMinutes * minute, async () => (await open(await signedIn(wang))) === null);
    const after = await signedIn(wang);
    expect(await open(after)).toBe('approval_needed');
    // Nor can one that waited be answered any more.
    expect(await approve(waiting.id)).toBe('conflict');
    const next = await ask(after);
    expect(next.id).not.toBe(asked.id);
    // Told by the wall clock as it stands.
    const asks = inSeconds(s.server.clock.now);
    expect([next.askedAt, next.until].map(Date.parse)).toEqual([asks, asks + approvalMinutes * minute]);
    expect(await approve(next.id)).toBeNull();
    expect(await open(after)).toBeNull();
  },
);

test.each([...ways, 'set ahead'] as const)('an invitation ends on time under a clock that is %s', async (way) => {
  const token = text(32);
  const invite = async (tokenHash: string) => {
    const sealedSecret = { enc: 'A'.repeat(87), ciphertext: 'AAAA' };
    const known = { displayName: '林晓', handle: 'lin', role: 'front-desk', purposes: ['billing'] };
    const body = { ...known, id: fixtureId(), tokenHash, sealedSecret };
    return (await s.server.send('invite', { authorization: await signedIn(), body })).code;
  };
  const viewed = async () =>
    invitationViewSchema.parse((await s.server.send('viewInvitation', { body: { token } })).json);
  const waiting = async () => {
    const { json } = await s.server.send('invitations', { authorization: await signedIn() });
    return invitationsSchema.parse(json).invitations.length;
  };
  expect(await invite(sha256(token))).toBeNull();
  expect(await invite(sha256(text(32)))).toBe('conflict');
  expect(await waiting()).toBe(1);
  await end(way, invitationLasts, async () => {
    const { state, expiresAt } = await viewed();
    expect(Date.parse(expiresAt)).toBe(inSeconds(s.server.clock.now + 1));
    return state === 'open';
  });
  expect((await s.server.send('viewInvitation', { body: { token } })).json).toMatchObject({
    state: 'expired',
    invited: null,
  });
  const { id, publicKey, credential } = (await testPerson(s.hotel, 'front-desk', 'lin')).person;
  const answered = await s.server.send('answerInvitation', { body: { token, id, publicKey, credential } });
  expect(answered.code).toBe('gone');
  expect(await waiting()).toBe(0);
  expect(await invite(sha256(text(32)))).toBeNull();
  expect(await waiting()).toBe(1);
});

test.each([...ways, 'set ahead'] as const)('a link on paper ends on time under a clock that is %s', async (way) => {
  const guest = await testGuest(s.hotel, { now: s.server.clock.now });
  await s.server.send('register', { parameters: { property: s.hotel.property }, body: guest.body });
  const { registration } = guest.submission;
  const authorization = await signedIn();
  const opened = await s.server.send('openRequest', {
    authorization,
    body: { kind: 'deletion', origin: 'desk-in-person', registration, purpose: null },
  });
  const { id: request } = deskRequestSchema.parse(opened.json);
  for (const body of [{ step: 'verified' }, { step: 'found', registration }, { step: 'done' }])
    await s.server.send('stepRequest', { authorization, parameters: { request }, body });
  const proof = await s.server.send('requestProof', { authorization, parameters: { request } });
  const { link } = requestProofSchema.parse(proof.json);
  const [, of = '', number = '', token = ''] = /\/verify#([\w-]{22})\.(\d+)\.([\w-]{22})$/.exec(link ?? '') ?? [];
  const body = { registration: of, number: Number(number), token };
  const opens = async () => (await s.server.send('handedProof', { body })).code === null;
  expect(await opens()).toBe(true);
  await end(way, 30 * day, opens);
  expect(await opens()).toBe(false);
  expect((await s.server.send('handedProof', { body })).code).toBe('not_found');
  // Printed again, the certificate has no link that is dead already.
  const later = await s.server.send('requestProof', { authorization: await signedIn(), parameters: { request } });
  expect(requestProofSchema.parse(later.json).link).toBeNull();
});

test.each([...ways, 'set ahead'] as const)('a replaced manifest ends on time under a clock that is %s', async (way) => {
  const began = s.server.clock.now;
  const guests = await Promise.all([1, 2].map(() => testGuest(s.hotel, { now: began })));
  const next = await testHotel({ previous: s.hotel, now: began });
  const published = { profile: next.profile, manifest: next.jws, notices: next.notices };
  expect((await s.server.send('publish', { authorization: await signedIn(), body: published })).code).toBeNull();
  const register = async () => {
    const { property } = s.hotel;
    return (await s.server.send('register', { parameters: { property }, body: guests.pop()?.body })).code;
  };
  // Under a clock ten years back its stay is refused, which comes after.
  await end(way, day, async () => (await register()) !== 'manifest_outdated');
  expect(await register()).toBe('manifest_outdated');
});
