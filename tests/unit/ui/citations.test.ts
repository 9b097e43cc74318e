import { expect, test } from 'vitest';
import { citations } from '../../../src/ui/messages/citations.ts';
import { common as en } from '../../../src/ui/messages/en/common.ts';
import { common as chinese } from '../../../src/ui/messages/zh-hans/common.ts';

test.each(['关于临时登记的通告', '《关于临时登记的通告》', 'Notice on registering'])(
  '%s is cited as the notice of that language cites it',
  (law) => {
    expect(citations['zh-Hans'](law, '第三条')).toBe(chinese.notice.citation(law, '第三条'));
    expect(citations.en(law, 'Art. 3')).toBe(en.notice.citation(law, 'Art. 3'));
  },
);
