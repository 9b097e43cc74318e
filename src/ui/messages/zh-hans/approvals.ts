import type { ApprovalsMessages } from '../en/approvals.ts';

export const approvals: ApprovalsMessages = {
  needed: '未成年人的信息，要先批准',
  neededText:
    '法律要求，每次查看未成年人的信息都要经批准并记录。请选择用途，主管会立刻看到。紧急情况可以直接打开，主管事后核查。',
  ownText: '这次查看由您自己负责：日志会写明由您批准、由您打开。',
  waiting: '等主管批准',
  waitingText: (minutes) => `申请保留 ${Math.max(1, minutes)} 分钟。可以先关掉去忙别的，回来还在。`,
  approved: '已批准',
  approvedText: (minutes) => `${Math.max(1, minutes)} 分钟内可以打开。`,
  openNow: '现在打开',
  refused: '没有批准',
  refusedText: '什么都没有打开。请问问主管原因，或换个用途重新申请。',
  expired: '没有人及时答复',
  expiredText: '什么都没有打开。可以重新申请，或请主管在这台平板上批准。办理入住不受影响：当面核对证件即可。',
  over: '批准已失效',
  overText: '批准最多一刻钟内有效；批准人不再有权批准时，随即失效。现在不能凭它打开内容，仍有需要请重新申请。',
  lost: '申请不在了',
  lostText:
    '这份登记已经结束，或者服务器恢复过旧的备份，申请和已给的批准都不在了，也没有因此打开任何内容。客人仍在名单上的，请重新申请。',
  news: {
    approved: (guest, purpose, until) => `已批准打开 ${guest} 的“${purpose}”，${until} 之前有效。`,
    refused: (guest, purpose) => `没有批准打开 ${guest} 的“${purpose}”。`,
    expired: (guest, purpose) => `没有人及时答复：打开 ${guest} 的“${purpose}”。`,
    lost: (guest, purpose) => `打开 ${guest} 的“${purpose}”的申请不在了。`,
  },
  line: {
    waiting: (until) => `等主管批准，保留到 ${until}`,
    approved: (until) => `已批准，${until} 之前可以打开`,
    refused: (reason) => `没有批准（用途：${reason}）`,
  },
  askAgain: '重新申请',
  here: '在这台平板上批准',
  hereText: '在场的主管或负责人输入自己的账号和口令。这不会登录任何人。',
  handle: '主管的账号',
  passphrase: '主管的口令',
  hereSubmit: '批准',
  missing: '请填写。',

  toDecide: (count) => `有 ${count} 件事等您答复`,
  question: (who, purpose, guest) => `${who} 申请打开 ${guest} 的“${purpose}”。`,
  emergency: (who, purpose, guest) => `${who} 因情况紧急，未经批准先打开了 ${guest} 的“${purpose}”。`,
  why: (reason, when) => `${reason} · ${when}`,
  approve: '批准',
  refuse: '不批准',
  reviewed: '我已核查',
  done: { approved: '已批准。', refused: '已答复不批准。', reviewed: '已记下。' },
};
