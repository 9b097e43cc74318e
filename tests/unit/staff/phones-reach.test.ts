import { expect, test } from 'vitest';
import { phonesReach } from '../../../src/staff/posters/phones-reach.ts';

test.each(['https://foyer.example.com', 'https://foyer.example.com:8443', 'https://127.example.com'])(
  'a phone can open %s',
  (url) => {
    expect(phonesReach(url)).toBe(true);
  },
);

test.each([
  'http://foyer.example.com',
  'http://localhost:8080',
  'https://localhost',
  'https://foyer.localhost',
  'https://127.0.0.1:8080',
  'https://127.0.0.2',
  'https://0.0.0.0',
  'https://[::1]:8080',
])('a phone can do nothing with %s', (url) => {
  expect(phonesReach(url)).toBe(false);
});
