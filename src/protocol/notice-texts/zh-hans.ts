import type { NoticeTexts } from './notice-texts.ts';
import { dateText } from './date-text.ts';
import { zhHansPurposes } from './zh-hans-purposes.ts';
import { zhHansSections } from './zh-hans-sections.ts';

const guardianData =
  '我们按敏感信息对待。必要性：法律要求酒店问清监护人的联系方式和关系。影响：一旦泄露，可能被人利用来接近孩子。';
const minorData =
  '我们按敏感信息对待；不满 14 岁的，法律本就如此规定。必要性：法律要求酒店询问。影响：一旦泄露，可能危及孩子的安全。';

export const zhHans: NoticeTexts = {
  promise: '您的信息在自己手机上就封好；可选的用途，同意哪几项都行，一项不选也照常入住。',
  crossBorder: '不出境。我们不向中国内地以外的任何人提供您的信息。',
  disclaimer: '本页说明我们怎么做、依据哪些规则，仅供了解，不是法律意见。',
  unchecked: (rule) => `${rule}其中一部分引自二手资料，请向当地主管部门核实。`,
  fields: {
    name: '姓名',
    phone: '手机号',
    email: '电子邮箱',
    nationality: '国籍',
    documentKind: '证件种类',
    documentNumber: '证件号码',
    birthDate: '出生日期',
    minorName: '未成年人姓名',
    minorAge: '未成年人年龄',
    guardianName: '监护人姓名',
    guardianRelation: '与孩子的关系',
    guardianContact: '监护人联系方式',
    itinerary: '到过的地方',
    health: '健康状况（三选一）',
  },
  sensitive: {
    name: null,
    phone: null,
    email: null,
    nationality: null,
    documentKind: null,
    documentNumber: '我们按敏感信息对待。必要性：它是法定登记项目。影响：一旦泄露，可能被人冒用身份。',
    birthDate: null,
    minorName: minorData,
    minorAge: minorData,
    guardianName: guardianData,
    guardianRelation: guardianData,
    guardianContact: guardianData,
    itinerary:
      '我们按敏感信息对待。必要性：这里写明的规定要求登记。影响：一旦泄露，会暴露您去过哪里。只填到省份或国家，不填具体地点。',
    health: '属于敏感个人信息，涉及健康。必要性：这里写明的规定要求登记。影响：一旦泄露，可能让您受到不公平的对待。',
  },
  fieldList: (all, oneOf) => [all.join('、'), oneOf.join('或')].filter((part) => part !== '').join('，'),
  purposes: zhHansPurposes,
  withdrawal: {
    consent: '用回执上的链接打开“我的登记”，在同一张卡片上改选“不同意”，这一项的信封当即销毁。',
    law: '这是法律要求的登记，不能撤回。您随时可以查看，写错了可以更正；期限一到，我们就删除。',
  },
  retention: {
    afterDeparture: (days) => (days === 0 ? '退房当天删除。' : `退房后最迟 ${days} 个工作日删除。`),
    untilWithdrawn: (months) => `保存到您撤回为止，最长到末次入住后 ${months} 个月。`,
    identity: '取必要的最短期限，以当地公安机关的规定为准，期满删除。本店尚未填入核实过的期限，请向当地主管部门核实。',
    byLocalRule: ({ rule, article, effective, term, enteredOn }) =>
      `按当地规定的期限保存，期满删除。期限：${term}；依据：${rule}${article ?? ''}${effective === null ? '' : `，自 ${effective} 起施行`}（本店于 ${enteredOn} 填入）。`,
    otherDuty: '取履行这项义务所需的最短期限，期满删除。具体期限我们没有查到可以确认的规定，请向当地主管部门核实。',
  },
  collectedHow: '在手机上填写，当场封进单独的信封',
  collectedAlways: {
    card: {
      item: '姓名、遮住中间几位的联系方式、住店日期',
      purposes: '前台的住客名单',
      how: '由您的手机生成并封好，前台打开',
      keptFor: '与您的最后一项信息一起删除',
    },
    stay: {
      item: '房间，以及前台对本次住宿的备注',
      purposes: '安排您的住宿',
      how: '由前台填写并封好',
      keptFor: '与您的最后一项信息一起删除',
    },
    visible: {
      item: '住店日期、人数、其中有无未成年人、和谁同行、语言、扫的是哪张海报、您的选择及时间',
      purposes: '兑现承诺，证明您的选择',
      how: '由手机随登记发送，不加封，也不含姓名和号码',
      keptFor: '与您的最后一项信息一起删除；选择、时间和语言留作凭证，不含您的姓名',
    },
  },
  entryFacts: {
    method: (rule) =>
      `持外国护照的，前台还要照护照把签证种类和号码、停留期、入境日期和口岸直接录入当地系统，依据是当地规定：${rule}（本店填入）。`,
    item: '外国护照上的签证种类和号码、停留期、入境日期和口岸',
    passed: '；外国护照另有签证和入境信息',
    how: '由前台照护照填写',
    keptFor: '本店不留存',
  },
  temporary: {
    articles: '；',
    plain: ({ asked, erased }) =>
      `只问到 ${dateText(asked, 'zh-Hans')}为止，一天也不多问；最迟 ${dateText(erased, 'zh-Hans')}删除。`,
    rule: ({ name, article, authority, issuedOn, enteredOn }) =>
      `依据：${authority}于 ${dateText(issuedOn, 'zh-Hans')}发布的${name}${article}（本店于 ${dateText(enteredOn, 'zh-Hans')}填入）。`,
    retention: ({ asked, erased }) =>
      `登记到 ${dateText(asked, 'zh-Hans')}为止；${dateText(erased, 'zh-Hans')}自动删除，那时您还住在店里也一样。`,
    itinerary: ({ days }) => `最近 ${days} 天到过的省份或国家`,
    recipient: {
      contact: '联系方式请问前台',
      purpose: '这里写明的规定所要求的用途',
      method: '只在其依该规定要求时，逐人提供',
    },
  },
  police: {
    name: '本店所在地公安机关',
    contact: '辖区派出所，具体是哪一家请问前台',
    purpose: '法律要求的住宿登记',
    method: '按当地登记系统的要求报送；境外旅客在 24 小时内报送',
  },
  sections: zhHansSections,
};
