import type { Language } from './languages.ts';
import type { Citation, NoticeSection } from './notice.ts';
import type { PurposeId } from './purposes.ts';
import type { RetentionClassId } from './retention-classes.ts';

type PerLanguage = Readonly<Record<Language, string>>;

interface Law {
  readonly name: PerLanguage;
  /** Since when the article cited here is in force, `YYYY-MM-DD`. */
  readonly effective: string;
}

/** The day every citation below was last compared with its source; each carries it to the guest. */
export const lawsCheckedOn = '2026-11-21';

const laws = {
  personalInformation: {
    name: {
      'zh-Hans': '个人信息保护法',
      en: 'Personal Information Protection Law (PIPL, 个人信息保护法)',
    },
    effective: '2021-11-01',
  },
  networkData: {
    name: {
      'zh-Hans': '网络数据安全管理条例',
      en: 'Regulations on Network Data Security Management (网络数据安全管理条例)',
    },
    effective: '2025-01-01',
  },
  consumers: {
    name: {
      'zh-Hans': '消费者权益保护法',
      en: 'Law on the Protection of Consumer Rights and Interests (消费者权益保护法)',
    },
    effective: '2014-03-15',
  },
  hotels: {
    name: {
      'zh-Hans': '旅馆业治安管理办法',
      en: 'Measures for Public Security Administration of Hotels (旅馆业治安管理办法)',
    },
    effective: '1987-11-10',
  },
  exitAndEntry: {
    name: { 'zh-Hans': '出境入境管理法', en: 'Exit and Entry Administration Law (出境入境管理法)' },
    effective: '2013-07-01',
  },
  counterTerrorism: {
    name: { 'zh-Hans': '反恐怖主义法', en: 'Counter-Terrorism Law (反恐怖主义法)' },
    effective: '2016-01-01',
  },
  publicSecurity: {
    name: {
      'zh-Hans': '治安管理处罚法',
      en: 'Public Security Administration Punishments Law (治安管理处罚法)',
    },
    effective: '2026-01-01',
  },
  minors: {
    name: { 'zh-Hans': '未成年人保护法', en: 'Law on the Protection of Minors (未成年人保护法)' },
    effective: '2021-06-01',
  },
  minorsOnline: {
    name: {
      'zh-Hans': '未成年人网络保护条例',
      en: 'Regulations on the Protection of Minors in Cyberspace (未成年人网络保护条例)',
    },
    effective: '2024-01-01',
  },
  apps: {
    name: {
      'zh-Hans': 'App违法违规收集使用个人信息行为认定方法',
      en: 'Method for Identifying Unlawful Collection and Use of Personal Information by Apps (App违法违规收集使用个人信息行为认定方法)',
    },
    effective: '2019-11-28',
  },
  faces: {
    name: {
      'zh-Hans': '人脸识别技术应用安全管理办法',
      en: 'Measures for the Security of Face Recognition Applications (人脸识别技术应用安全管理办法)',
    },
    effective: '2025-06-01',
  },
  sensitiveInformation: {
    name: {
      'zh-Hans': 'GB/T 45574-2025 敏感个人信息处理安全要求',
      en: 'GB/T 45574-2025, Security Requirements for Processing Sensitive Personal Information (敏感个人信息处理安全要求)',
    },
    effective: '2025-11-01',
  },
  cybersecurity: {
    name: { 'zh-Hans': '网络安全法', en: 'Cybersecurity Law (网络安全法)' },
    effective: '2026-01-01',
  },
} satisfies Record<string, Law>;

interface Rule {
  readonly law: keyof typeof laws;
  readonly article: PerLanguage;
  readonly certainty: Citation['certainty'];
}

function pipl(zh: string, en: string): Rule {
  return { law: 'personalInformation', article: { 'zh-Hans': zh, en }, certainty: 'V' };
}

const rules = {
  consent: pipl('第十三条第一款第一项', 'Art. 13(1)(1)'),
  legalDuty: pipl('第十三条第一款第三项、第二款', 'Art. 13(1)(3) and (2)'),
  newConsent: pipl('第十四条', 'Art. 14'),
  withdrawal: pipl('第十五条', 'Art. 15'),
  noRefusal: pipl('第十六条', 'Art. 16'),
  telling: pipl('第十七条', 'Art. 17'),
  shortest: pipl('第十九条', 'Art. 19'),
  passingOn: pipl('第二十三条', 'Art. 23'),
  sensitive: pipl('第二十八条、第三十条', 'Arts. 28 and 30'),
  under14: pipl('第二十八条、第三十一条', 'Arts. 28 and 31'),
  rights: pipl('第四十四条至第五十条', 'Arts. 44–50'),
  deletion: pipl('第四十七条', 'Art. 47'),
  court: pipl('第五十条', 'Art. 50'),
  protection: pipl('第五十一条', 'Art. 51'),
  complaints: pipl('第六十五条', 'Art. 65'),
  onePlace: { law: 'networkData', article: { 'zh-Hans': '第二十一条', en: 'Art. 21' }, certainty: 'V' },
  noAskingAgain: { law: 'networkData', article: { 'zh-Hans': '第二十二条', en: 'Art. 22' }, certainty: 'V' },
  consumerConsent: { law: 'consumers', article: { 'zh-Hans': '第二十九条', en: 'Art. 29' }, certainty: 'V' },
  hotelRegister: { law: 'hotels', article: { 'zh-Hans': '第六条', en: 'Art. 6' }, certainty: 'V' },
  foreignGuests: { law: 'exitAndEntry', article: { 'zh-Hans': '第三十九条', en: 'Art. 39' }, certainty: 'V' },
  identityCheck: { law: 'counterTerrorism', article: { 'zh-Hans': '第二十一条', en: 'Art. 21' }, certainty: 'V' },
  hotelAnswers: { law: 'publicSecurity', article: { 'zh-Hans': '第六十七条', en: 'Art. 67' }, certainty: 'V' },
  networkLogs: { law: 'cybersecurity', article: { 'zh-Hans': '第二十三条', en: 'Art. 23' }, certainty: 'V' },
  guardian: { law: 'minors', article: { 'zh-Hans': '第五十七条', en: 'Art. 57' }, certainty: 'V' },
  minorsViewed: { law: 'minorsOnline', article: { 'zh-Hans': '第三十六条', en: 'Art. 36' }, certainty: 'V' },
  fifteenDays: { law: 'apps', article: { 'zh-Hans': '第六条', en: 'Part 6' }, certainty: 'V' },
  // Known from press reports and summaries, without the number of the article.
  neverOnlyFace: {
    law: 'faces',
    article: { 'zh-Hans': '关于“非唯一验证方式”的规定', en: 'the rule that a face may never be the only way' },
    certainty: 'S',
  },
  documentPhoto: {
    law: 'sensitiveInformation',
    article: { 'zh-Hans': '关于身份证件照片的规定', en: 'the rule on photos of identity documents' },
    certainty: 'S',
  },
} satisfies Record<string, Rule>;

type RuleKey = keyof typeof rules;

const purposeRules: Readonly<Record<PurposeId, readonly RuleKey[]>> = {
  emergency: ['consent'],
  billing: ['consent'],
  membership: ['consent', 'consumerConsent'],
  offers: ['consent', 'consumerConsent'],
  identity: ['hotelRegister', 'foreignGuests', 'identityCheck', 'hotelAnswers', 'legalDuty', 'sensitive'],
  minors: ['guardian', 'legalDuty', 'under14'],
  // Behind the rule itself, which is the owner's to enter.
  temporary: ['legalDuty', 'telling', 'shortest', 'sensitive'],
};

const sectionRules: Readonly<Record<NoticeSection['id'], readonly RuleKey[]>> = {
  who: ['telling', 'onePlace'],
  how: ['protection'],
  where: ['passingOn'],
  'how-long': ['shortest', 'deletion', 'onePlace'],
  rights: ['rights', 'fifteenDays'],
  withdraw: ['withdrawal', 'noRefusal', 'newConsent', 'noAskingAgain'],
  minors: ['under14', 'guardian', 'minorsViewed'],
  log: ['protection'],
  complaints: ['complaints', 'court'],
  'not-collected': ['sensitive', 'consumerConsent', 'neverOnlyFace', 'documentPhoto'],
};

const retentionRules: Readonly<Record<RetentionClassId, readonly RuleKey[]>> = {
  emergency: ['shortest', 'deletion'],
  billing: ['shortest', 'deletion'],
  membership: ['shortest', 'deletion'],
  offers: ['shortest', 'deletion'],
  identity: ['shortest', 'deletion', 'onePlace'],
  minors: ['shortest', 'deletion', 'onePlace'],
  temporary: ['shortest', 'deletion'],
  card: ['shortest', 'deletion'],
  unconfirmed: ['shortest', 'deletion'],
  proof: ['shortest', 'onePlace'],
  log: ['networkLogs'],
};

function cite(keys: readonly RuleKey[], language: Language): Citation[] {
  return keys.map((key) => {
    const rule = rules[key];
    const law = laws[rule.law];
    return {
      law: law.name[language],
      article: rule.article[language],
      effective: law.effective,
      checkedOn: lawsCheckedOn,
      certainty: rule.certainty,
    };
  });
}

/** The rules one use of details rests on, the most telling first. Never empty: consent has its article too. */
export function purposeCitations(purpose: PurposeId, language: Language): Citation[] {
  return cite(purposeRules[purpose], language);
}

/** The rules the term of a class rests on. A local rule the owner has entered stands beside them. */
export function retentionCitations(id: RetentionClassId, language: Language): Citation[] {
  return cite(retentionRules[id], language);
}

/** The rules one section of the notice rests on. */
export function sectionCitations(section: NoticeSection['id'], language: Language): Citation[] {
  return cite(sectionRules[section], language);
}

export interface ComplaintLine {
  readonly name: PerLanguage;
  readonly contact: string;
}

/** Where guests can complain, as the set-up form suggests it; the owner edits the list, so a line that moves is no release. */
export const suggestedComplaintLines: readonly ComplaintLine[] = [
  {
    name: { 'zh-Hans': '网信部门举报热线', en: 'Cyberspace Administration, reports' },
    contact: '12377',
  },
  {
    name: { 'zh-Hans': '网络安全事件报告热线', en: 'Cybersecurity incidents, reports' },
    contact: '12387',
  },
  {
    name: { 'zh-Hans': '消费者投诉举报热线', en: 'Consumer complaints' },
    contact: '12315',
  },
  {
    name: { 'zh-Hans': '政务服务便民热线', en: 'City service line' },
    contact: '12345',
  },
  {
    name: {
      'zh-Hans': '任何履行个人信息保护职责的部门（《个人信息保护法》第六十五条），可由便民热线转接',
      en: 'Any authority that protects personal information (Personal Information Protection Law, Art. 65); the city line puts you through',
    },
    contact: '12345',
  },
];
