import type { StaffMessages } from '../en/staff.ts';

export const person: StaffMessages['person'] = {
  manage: (name) => `管理 ${name}`,
  back: '返回员工名单',
  roleSaved: '岗位已改，对方下一次操作起生效。',
  opens: '可以打开的内容',
  ownOpens: '您可以打开的内容',
  ownerOpens: '负责人可以打开全部。',
  give: (purpose) => `允许打开“${purpose}”`,
  take: (purpose) => `收回“${purpose}”`,
  given: '对方下次登录起就有这把密钥。',

  sessions: '在哪些设备上登录着',
  ownSessions: '您在哪些设备上登录着',
  none: '目前没有登录。',
  here: '（本机）',
  since: (day) => `${day} 登录`,
  used: (day) => `最近使用 ${day}`,
  devices: {
    iphone: 'iPhone',
    ipad: 'iPad',
    'android-phone': '安卓手机',
    'android-tablet': '安卓平板',
    windows: 'Windows 电脑',
    mac: 'Mac 电脑',
    linux: 'Linux 电脑',
    other: '其他设备',
  },
  end: (device) => `退出：${device}`,
  endAll: '全部退出',
  endOthers: '退出其他设备',
  endedOne: '那边已经退出。',
  loading: '正在查看',

  lost: '平板丢了',
  lostText:
    '请先全部退出：平板只在内存里保存密钥，它一联网就消失，没联网的话，没人碰它五分钟后也会消失。如果口令也可能被别人知道，请在下面重新邀请本人：本人和酒店都会换上新密钥。',

  ownLostText:
    '请先退出其他设备：平板只在内存里保存密钥，它一联网就消失，没联网的话，没人碰它五分钟后也会消失。如果口令也可能被别人知道，请另一位负责人按“可能外泄”重新邀请您：您和酒店都会换上新密钥。如果只有您一位负责人，请马上在菜单的“我的登录方式”里更换口令，再在下面生成新密钥。',

  again: {
    heading: '忘了口令，或落入他人之手',
    lead: '重新邀请后，本人在自己的设备上生成新密钥。姓名、岗位和可以打开的内容都不变，客人在记录里看到的代号也不变。',
    open: (name) => `重新邀请 ${name}`,
    title: (name) => `重新邀请 ${name}`,
    text: '本人在自己的设备上设定新口令，再与您核对四个词。您确认时，旧口令、旧通行密钥和所有登录一并失效。',
    what: '发生了什么？',
    forgotten: '忘了或坏了',
    exposed: '可能外泄',
    whatNote: '如果不能排除别人知道口令，或拿着没锁的平板，请选第二项。',
    unanswered: '请选一项：这决定酒店要不要换新密钥。',
    forgottenText: '别人没有本人的密钥，酒店的密钥不用换，其他人不受影响。',
    exposedText:
      '对方在所有设备上立即退出，您确认之前不能登录，邀请到期也一样：到时请重新邀请，或改为移除。只有您取消邀请，旧口令才会恢复可用。',
    exposedOwner:
      '谁拿到负责人的密钥和口令，也就拿到酒店的根密钥，海报认的就是它。对方已不能在这里发布内容；如果担心被滥用，请重新设置酒店并换新海报。',
    waitsTitle: '已经有一个邀请',
    waitsText:
      '这个账号已有邀请，这位员工的信息刚有改动，或此人已停止登录、只能选“可能外泄”。请返回员工名单，等待中的邀请可以在那里查看或取消。',
  },

  shutOutText: '此人的密钥可能外泄，重新加入之前，不会再给任何密钥。',

  remove: '从员工中移除',
  removeTitle: (name) => `移除 ${name}？`,
  takeTitle: (purpose) => `收回“${purpose}”？`,
  renewHeading: '给酒店换新密钥',
  renewLead: '不必等谁离职。如果您有密钥损坏，换过之后客人发来的，您又能打开；之前用损坏的那把密封的，仍打不开。',
  renew: '生成新密钥',
  renewTitle: '给酒店换新密钥？',
  removeSubmit: '移除并更换密钥',
  takeSubmit: '收回并更换密钥',
  consequences: {
    removed: '对方在所有设备上立即退出，以后也不能再登录。',
    removedOwner:
      '对方知道过酒店的根密钥，海报认的就是它。对方已不能在这里发布内容；如果信不过，请重新设置酒店并换新海报。',
    renewed: '核对过的每个人，可以打开的内容不变，并得到相应的新密钥。',
    taken: '对方在这里不能再打开这一项，以前客人的也不能。',
    unconfirmed: (names) =>
      `${names} 的密钥还没有核对，或服务器没有列出，这次不会得到新密钥。之后请重新邀请并核对四个词。`,
    shutOut: (names) => `${names} 的密钥可能外泄，已停止登录，这次不会得到新密钥；重新加入并核对后才会得到。`,
    keys: '酒店换上新密钥。客人的手机会自己取到，海报不用更换。',
    everybody: '留下的每个人，包括您，都要重新登录一次。',
    sheet:
      '见过恢复单的人，在新的一份做好之前，仍能用它成为负责人；它里面也只有旧密钥。之后请马上到“恢复单”页做一份新的，并试过。',
  },
  working: '正在生成新密钥，并密封给留下的每个人',
};
