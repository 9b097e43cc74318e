import type { StaffMessages } from '../en/staff.ts';

export const words: StaffMessages['words'] = {
  open: '怎么说',
  about: (topic) => `怎么说：${topic}`,
  title: '怎么跟客人说',
  lead: '选客人问的事。大字是给客人看的，把平板转过去就行。',
  topics: '客人问的是',
  language: '客人的语言',
  yours: '给您自己看',
  back: '换一个问题',
  failed: '这些话没有取到。平板连上网后再试。',
  topic: {
    noPhone: '没有手机，或不想用手机',
    noToUse: '不同意某项用途',
    phone: '不想留手机号',
    whyIdentity: '为什么要登记身份',
    refusesIdentity: '不愿出示证件',
    noScan: '要不要拍证件、拍脸',
    minor: '有未满 18 岁的住客',
    temporary: '为什么问我去过哪里、身体怎样？',
    whoSees: '谁能看到我的信息',
    withdraw: '想收回同意',
    delete: '想全部删除',
    lostLink: '链接丢了',
    complain: '去哪里投诉',
  },
};
