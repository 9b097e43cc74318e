import type { SettingsMessages } from '../en/settings.ts';

export const settings: SettingsMessages = {
  title: '设置',
  lead: '前台怎样工作。这里的改动不影响客人已经同意的内容。',
  loading: '正在读取设置',
  columnsTitle: '客人档案的栏目',
  columnsText: '名单按这个顺序显示，姓名始终保留。屏幕窄时，靠前的先显示。',
  columns: {
    number: '编号',
    name: '姓名',
    contact: '联系方式',
    'check-in': '入住日期',
    'room-type': '房型',
    amount: '消费金额',
    remarks: '备注',
  },
  earlier: (column) => `把“${column}”往前移`,
  later: (column) => `把“${column}”往后移`,
  hours: '等候客人的小时数',
  hoursHint: (least, most) =>
    `从预计到店那天结束时算起。到时还没有来的，登记连同信息一起删除。可填 ${least} 到 ${most} 小时，一般用 48。现在正在等候的登记也按新的时间算。`,
  days: '办理客人请求的工作日数',
  daysHint: (most) =>
    `客人到前台提出的请求，按中国的工作日计算。最多 ${most} 个，规则里承诺的也是这个数；少一些更好。从新提出的请求开始算。`,
  wholeNumber: (least, most) => `请填 ${least} 到 ${most} 之间的整数。`,
  roomTypes: '房型',
  roomTypesHint: '每行一个，按酒店平时的叫法。确认到店时可以直接选。',
  roomTypesMany: (most, lines) => `最多 ${most} 行，现在有 ${lines} 行。`,
  roomTypesLong: (most, line) => `每行最多 ${most} 个字，“${line}”太长了。`,
  roomTypesTwice: (line) => `“${line}”写了两次，请去掉一行。`,
  shorterTitle: '改为等候更短的时间？',
  shorterAtOnce: (registrations) =>
    `${registrations} 份登记已经超过新的时间：保存之后一分钟内删除，连同客人填写的全部信息，不能恢复。`,
  shorterEarlier: (registrations) =>
    `有 ${registrations} 份登记：客人没有来的，会比现在更早删除。现在就要删除的一份也没有。`,
  shorterEarlierToo: (registrations) => `另有 ${registrations} 份登记：客人没有来的，会比现在更早删除。`,
  shorterGrown: '受影响的登记又多了',
  shorterGrownText: '还没有保存，请再看一遍数目。',
  shorterSubmit: '确认缩短',
  unsaved: '有改动还没有保存。去别的页面或锁定之后，您回来还在。',
  discard: '放弃改动',
  save: '保存设置',
  saved: '设置已保存',
  conflict: '刚才有人保存了另外的设置',
  conflictText: '您填的还在，没有保存。可以改看对方的，或者用您的替换。',
  theirs: '看对方的',
  mine: '保存我的',
};
