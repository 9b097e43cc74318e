import { describe, expect, test } from 'vitest';
import { type Language, languages } from '../../../src/protocol/languages.ts';
import { deviceProblems, problemCodes } from '../../../src/protocol/problems.ts';
import { languageNames, textDirection } from '../../../src/ui/messages/language.ts';
import { loadCompanionWords } from '../../../src/ui/messages/load-companion-words.ts';
import { loadAssistedMessages } from '../../../src/ui/messages/load-assisted-messages.ts';
import { loadProblemWords } from '../../../src/ui/messages/load-problem-words.ts';
import { loadGuestCatalogue } from '../../../src/ui/messages/load-guest-catalogue.ts';
import { loadRegistrationCatalogue } from '../../../src/ui/messages/load-registration-catalogue.ts';
import { loadLogCheckWords } from '../../../src/ui/messages/load-log-check-words.ts';
import { loadStaffCatalogue } from '../../../src/ui/messages/load-staff-catalogue.ts';

const leaves = (value: unknown, path: string): [string, unknown][] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => leaves(inner, `${path}.${key}`))
    : [[path, value]];

async function catalogues(language: Language): Promise<[string, unknown][]> {
  const guest = await loadGuestCatalogue(language);
  const companions = await loadCompanionWords(language);
  const assisted = (await loadAssistedMessages()).get(language);
  const logCheck = await loadLogCheckWords(language);
  return leaves({ ...(await loadStaffCatalogue(language)), ...guest, ...companions, ...logCheck, assisted }, language);
}

describe.each(languages)('the messages in %s', (language) => {
  test('are all there', async () => {
    const empty = (await catalogues(language)).filter(([, said]) => typeof said === 'string' && said.trim() === '');
    expect(empty).toEqual([]);
  });

  test('never shout', async () => {
    const shouting = (await catalogues(language)).filter(([, said]) => typeof said === 'string' && /[!！]/.test(said));
    expect(shouting).toEqual([]);
  });

  test('have words for everything that can go wrong', async () => {
    const { problems } = await loadProblemWords(language);
    for (const code of [...problemCodes, ...deviceProblems]) {
      expect(problems[code].title.length, code).toBeGreaterThan(3);
      expect(problems[code].text.length, code).toBeGreaterThan(12);
    }
  });

  // A refusal of the server's, not a lock: the keys stay with the staff they were granted to.
  test('never say that nobody can open what is sealed off', async () => {
    const { problems } = await loadProblemWords(language);
    const all = [...(await catalogues(language)), ...leaves(await loadRegistrationCatalogue(language), language)];
    const sealedOff = [...all, ...leaves(problems, language)].flatMap(([path, said]) =>
      typeof said === 'string' && /nobody can open|no one can open|谁[也都]打不开/i.test(said) ? [path] : [],
    );
    expect(sealedOff).toEqual([]);
    expect(all.some(([, said]) => typeof said === 'string' && /refuses to open|拒绝打开/.test(said))).toBe(true);
  });

  test('know their own name', () => {
    expect(languageNames[language]).not.toBe('');
  });
});

test('Chinese has no sentence left in English', async () => {
  const latin = (await catalogues('zh-Hans')).filter(
    ([, said]) => typeof said === 'string' && !/\p{Script=Han}/u.test(said) && /[a-z]{2,} [a-z]{2,}/i.test(said),
  );
  expect(latin).toEqual([]);
});

test('Arabic is read from the right', () => {
  expect(textDirection('ar')).toBe('rtl');
  expect(textDirection('zh-Hans')).toBe('ltr');
});
