import type { NewRulesMessages } from '../en/new-rules.ts';

export const newRules: NewRulesMessages = {
  title: '酒店刚刚更新了规则',
  text: (version) => `从现在起是第 ${version} 版。改了什么都列在这里，只有需要您回答的才会问。`,
  kept: '您填写的都还在。',
  othersKept: '除了已经结束的那项规定，您填写的都还在。',
  notSent: '为它填写的内容不会发出。',
  otherLanguage: '之前的版本您看的是另一种语言，所以这里列出现在的全部规则。',
  asked: '再问您一次',
  law: '法律要求的',
  elsewhere: '其他改动',
  added: '这一部分是新增的。',
  removed: '这一部分不再适用。',
  before: '之前',
  after: '现在',
  atDesk: '这一项可以到前台办，也可以之后在“我的登记”里填写。',
  goOn: '继续',
};
