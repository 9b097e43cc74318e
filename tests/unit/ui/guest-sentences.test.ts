import { describe, expect, test } from 'vitest';
import { languages } from '../../../src/protocol/languages.ts';
import { staffTopics } from '../../../src/ui/messages/closed-lists.ts';
import { loadGuestSentences } from '../../../src/ui/messages/load-guest-sentences.ts';
import { falseClaims } from '../protocol/false-claims.ts';

describe.each(languages)('what staff say to guests in %s', (language) => {
  test('is short, calm and makes no claim that was found false', async () => {
    const sentences = await loadGuestSentences(language);
    for (const topic of staffTopics) {
      const said = sentences[topic].join(' ');
      expect(said.length, topic).toBeGreaterThan(20);
      expect(said.length, topic).toBeLessThan(400);
      expect(said, topic).not.toMatch(/[!！]/u);
      for (const [claim, pattern] of falseClaims) expect(said, claim).not.toMatch(pattern);
    }
  });

  test('lets a guest leave out the phone number and not the identity check', async () => {
    const { phone, refusesIdentity, noToUse } = await loadGuestSentences(language);
    const stays = language === 'en' ? /stay as booked/ : /照常入住/;
    const noRoom = language === 'en' ? /does not let us give you a room/ : /不允许我们安排入住/;
    expect(phone.join()).toMatch(stays);
    expect(phone.join()).not.toMatch(noRoom);
    expect(noToUse.join()).toMatch(stays);
    expect(refusesIdentity.join()).toMatch(noRoom);
    expect(refusesIdentity.join()).not.toMatch(stays);
  });
});
