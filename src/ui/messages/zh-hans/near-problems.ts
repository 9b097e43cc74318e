import type { NearProblemMessages } from '../en/near-problems.ts';

export const nearProblems: NearProblemMessages = {
  offline: {
    title: '现在没有网络',
    text: '什么都没有丢失，请不要关闭本页。已密封的信息会在网络恢复后自动送出；还没有密封的，等网络恢复后再按一次按钮即可。',
  },
  internal: {
    title: '我们这边出了问题',
    text: '如果没有拿到回执，就是没有保存。请一分钟后再试；如果还是不行，请到前台，我们来帮您。',
  },
  unexpected_answer: {
    title: '收到的答复看不懂',
    text: '无法确定是否已送达。可以放心再发一次，同一份登记不会重复保存。',
  },
};
