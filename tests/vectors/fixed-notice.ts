import type { Notice, NoticePurpose } from '../../src/protocol/notice.ts';
import { purposeTemplates } from '../../src/protocol/purpose-templates.ts';
import type { PurposeId } from '../../src/protocol/purposes.ts';

// A notice as short as its schema allows: the proofs are about the exact text, not about its words.

export interface NoticeLanguages {
  readonly 'zh-Hans': string;
  readonly en: string;
}

export function noticeTextsOf(property: string): NoticeLanguages {
  return {
    'zh-Hans': JSON.stringify(shortNotice(property, 'zh-Hans')),
    en: JSON.stringify(shortNotice(property, 'en')),
  };
}

function shortNotice(property: string, language: 'zh-Hans' | 'en'): Notice {
  const say = (zh: string, en: string) => (language === 'en' ? en : zh);
  const purpose = (id: PurposeId, zh: string, en: string): NoticePurpose => {
    const { basis, retention } = purposeTemplates[id];
    return {
      id,
      basis,
      citations: [],
      title: say(zh, en),
      plain: say(`用于${zh}。`, `For ${en}.`),
      rule: say('规则', 'The rule'),
      method: say('封存', 'Sealed'),
      items: [],
      retention,
      retentionText: say('退房后七个工作日', 'Seven working days after check-out'),
      refusal: say('没有影响', 'Nothing'),
      withdrawal: say('随时', 'At any time'),
      recipients: [],
    };
  };
  return {
    format: 'foyer-notice/1',
    property,
    language,
    version: 1,
    jurisdiction: 'CN-44',
    controller: {
      name: say('测试旅馆', 'Test House'),
      address: say('测试路一号', '1 Test Road'),
      contact: '0755-0000000',
      officer: { name: say('测试员', 'Officer'), contact: '0755-0000001' },
    },
    promise: say('由您选择。', 'You choose.'),
    purposes: [
      purpose('emergency', '紧急联系', 'emergencies'),
      purpose('offers', '优惠信息', 'offers'),
      purpose('identity', '住宿登记', 'the register'),
      purpose('minors', '未成年人', 'minors'),
    ],
    sections: [],
    collected: [],
    passedOn: [],
    complaints: [],
    storage: say('本店服务器', 'Our own server'),
    crossBorder: say('不出境', 'Stays in the country'),
    disclaimer: say('不是法律意见。', 'Not legal advice.'),
  };
}
