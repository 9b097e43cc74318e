import { expect, test } from 'vitest';
import type { Poster, Posters } from '../../../src/protocol/poster.ts';
import { posterUrl } from '../../../src/protocol/printed-addresses.ts';
import { checkPoster } from '../../../src/staff/posters/check-poster.ts';

const fingerprint = 'AAECAwQFBgcICQoLDA0ODw';
const other = 'DwECAwQFBgcICQoLDA0ODw';
const hotel = { publicUrl: 'https://register.bluestone.example', property: '7k2m9x4qpd', fingerprint };
const lobby: Poster = {
  poster: 'EBESExQVFhcYGRobHB0eHw',
  channel: 'lobby',
  number: 1,
  madeAt: '2026-11-21T10:00:00.000Z',
  revokedAt: null,
  registrations: 3,
};
const gone: Poster = { ...lobby, poster: 'ICEiIyQlJicoKSorLC0uLw', number: 2, revokedAt: '2026-11-22T10:00:00.000Z' };
const known: Posters = { posters: [lobby, gone], plain: true };
const url = (channel: string, poster: string | null, key = fingerprint, site = hotel.publicUrl) =>
  posterUrl(site, hotel.property, key, channel, poster);
const kindOf = (text: string | null, posters = known) => checkPoster(text, hotel, posters).kind;

test('the hotel’s own posters are known by their token, older ones by address and key', () => {
  expect(checkPoster(url('lobby', lobby.poster), hotel, known)).toEqual({ kind: 'ours', poster: lobby });
  expect(checkPoster(`${url('lobby', lobby.poster)}\n`, hotel, known).kind).toBe('ours');
  expect(kindOf(url('reception', null))).toBe('ours-plain');
  expect(kindOf(url('reception', null), { ...known, plain: false })).toBe('plain-ended');
  expect(checkPoster(url('lobby', gone.poster), hotel, known)).toEqual({ kind: 'revoked', poster: gone });
});

test.each([
  ['another key under the right address', url('lobby', lobby.poster, other), 'other-key'],
  ['no key', `${hotel.publicUrl}/p/${hotel.property}`, 'no-key'],
  ['a key cut short', `${hotel.publicUrl}/p/${hotel.property}#${fingerprint.slice(1)}`, 'no-key'],
  ['a token nobody made', url('lobby', 'MDEyMzQ1Njc4OTo7PD0-Pw'), 'unknown-poster'],
  ['a token moved to another place', url('room', lobby.poster), 'unknown-poster'],
  ['a companion’s link', `${url('lobby', null)}.${lobby.poster}`, 'unknown-poster'],
  ['another hotel on the server', url('lobby', lobby.poster).replace(hotel.property, '0000000000'), 'other-hotel'],
  ['another page of the site', `${hotel.publicUrl}/staff/${hotel.property}`, 'other-page'],
  ['no TLS', url('lobby', lobby.poster).replace('https:', 'http:'), 'no-https'],
  ['words', '青石客栈 Wi-Fi: 12345678', 'not-an-address'],
  ['a Wi-Fi code', 'WIFI:S:Bluestone;T:WPA;P:12345678;;', 'not-an-address'],
  ['a script', 'javascript:alert(1)', 'not-an-address'],
  ['nothing', '', 'not-an-address'],
])('%s is caught', (_, text, kind) => {
  expect(kindOf(text)).toBe(kind);
});

test('no code in the picture is said as that', () => {
  expect(kindOf(null)).toBe('no-code');
});

test.each([
  ['a letter more', 'https://register.bluestones.example', true],
  ['a digit for a letter', 'https://register.b1uestone.example', true],
  ['another ending', 'https://register.bluestone.exarnple', true],
  ['the name in front of a stranger’s', 'https://register.bluestone.example.evil.test', true],
  ['the name joined on', 'https://register-bluestone.test', true],
  ['Cyrillic letters', 'https://register.bluеstone.example', true],
  ['another port', 'https://register.bluestone.example:8443', true],
  ['the name before an @', 'https://register.bluestone.example@evil.test', true],
  ['somebody else altogether', 'https://survey.test', false],
])('%s: another site', (_, site, alike) => {
  const verdict = checkPoster(url('lobby', lobby.poster, fingerprint, site), hotel, known);
  expect(verdict).toMatchObject({ kind: 'other-site', alike });
});

test('a site written in another alphabet is shown in letters nobody mistakes', () => {
  const verdict = checkPoster(url('lobby', null, fingerprint, 'https://register.bluеstone.example'), hotel, known);
  expect(verdict.kind === 'other-site' && verdict.host).toMatch(/xn--/);
});
