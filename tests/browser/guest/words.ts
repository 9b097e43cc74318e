// The words a test looks for, taken from what the app says, so that a better wording breaks no test.

import { common as commonEn } from '../../../src/ui/messages/en/common.ts';
import { guest as guestEn } from '../../../src/ui/messages/en/guest.ts';
import { problems as problemsEn } from '../../../src/ui/messages/en/problems.ts';
import { common as commonZh } from '../../../src/ui/messages/zh-hans/common.ts';
import { guest as guestZh } from '../../../src/ui/messages/zh-hans/guest.ts';
import { problems as problemsZh } from '../../../src/ui/messages/zh-hans/problems.ts';
import { newRules as newRulesEn } from '../../../src/ui/messages/en/new-rules.ts';
import { newRules as newRulesZh } from '../../../src/ui/messages/zh-hans/new-rules.ts';
import { nearProblems as nearEn } from '../../../src/ui/messages/en/near-problems.ts';
import { nearProblems as nearZh } from '../../../src/ui/messages/zh-hans/near-problems.ts';
import type { GuestCatalogue, Messages } from '../../../src/ui/messages/messages.ts';

type Words = GuestCatalogue & Pick<Messages, 'problems' | 'newRules'>;

const zh: Words = {
  common: commonZh,
  guest: guestZh,
  nearProblems: nearZh,
  problems: problemsZh,
  newRules: newRulesZh,
};
const en: Words = {
  common: commonEn,
  guest: guestEn,
  nearProblems: nearEn,
  problems: problemsEn,
  newRules: newRulesEn,
};
export const words = { zh, en };
