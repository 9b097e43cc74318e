// A passphrase that was changed while the line broke: whoever tries again is told what the server has, and not that they mistyped.

import { expect, test } from 'vitest';
import { randomBytes } from '../../../src/crypto/random-bytes.ts';
import { logEntrySchema } from '../../../src/protocol/audit-log.ts';
import { Refusal } from '../../../src/protocol/problems.ts';
import { changePassphrase, type LastChange } from '../../../src/staff/session/sign-in.ts';
import { passphrases } from '../../support/make-hotel.ts';
import { codeOf, teamSetting } from '../../support/team-setting.ts';

const s = teamSetting();
const after = 'a ladder against the wall';

test('a change the server had before the line broke is done when it is tried again', async () => {
  const { api } = s.owner;
  let reaches = false;
  const cut = {
    ...s.owner,
    api: {
      ...api,
      changePassphrase: async (change: Parameters<typeof api.changePassphrase>[0]) => {
        if (reaches) await api.changePassphrase(change);
        throw new Refusal('offline');
      },
    },
  };
  const tried: LastChange = { current: null };
  const tools = { door: s.door(), random: randomBytes };
  const words = { before: passphrases.owner, after };
  const change = (session = s.owner) => codeOf(changePassphrase(tools, session, words, tried));
  // Lost on its way there: tried again, it is a change as any other; lost on its way back, it is done.
  expect(await change(cut)).toBe('offline');
  reaches = true;
  expect(await change(cut)).toBe('offline');
  expect(await change()).toBeNull();
  const entries = await s.server.store.entries(s.hotel.property, 0, 1000);
  const changes = entries.filter((text) => logEntrySchema.parse(JSON.parse(text)).action === 'passphrase-changed');
  expect(changes).toHaveLength(1);
  expect((await s.signedIn('chen', after)).person.id).toBe(s.owner.person.id);
});
