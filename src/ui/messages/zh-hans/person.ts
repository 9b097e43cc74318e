import type { StaffMessages } from '../en/staff.ts';

export const person: StaffMessages['person'] = {
  manage: (name) => `管理 ${name}`,
  back: '返回员工名单',
  roleSaved: '岗位已改，对方下一次操作起生效。',
  opens: '可以打开的内容',
  ownerOpens: '负责人可以打开全部。',
  give: (purpose) => `允许打开「${purpose}」`,
  take: (purpose) => `收回「${purpose}」`,
  given: '对方下次登录起就有这把密钥。',

  sessions: '在哪些设备上登录着',
  ownSessions: '您在哪些设备上登录着',
  none: '目前没有登录。',
  here: '本机',
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
    '请先全部退出：平板只在内存里保存密钥，退出后立即消失。如果口令也可能被别人知道，请移除这位员工再重新邀请：本人和酒店都会换上新密钥。',

  remove: '从员工中移除',
  removeTitle: (name) => `移除 ${name}？`,
  takeTitle: (purpose) => `收回「${purpose}」？`,
  removeSubmit: '移除并更换密钥',
  takeSubmit: '收回并更换密钥',
  consequences: {
    removed: '对方在所有设备上立即退出，以后也不能再登录。',
    removedOwner:
      '对方知道过酒店的根密钥，海报认的就是它。对方已不能在这里发布内容；如果信不过，请重新设置酒店并换新海报。',
    taken: '对方不能再打开这一项，以前客人的也不能。',
    keys: '酒店换上新密钥。客人的手机会自己取到，海报不用更换。',
    everybody: '留下的每个人，包括您，都要重新登录一次。',
    sheet: '恢复单里只有旧密钥：之后要马上做一份新的，并试过。',
  },
  working: '正在生成新密钥，并密封给留下的每个人',
};
