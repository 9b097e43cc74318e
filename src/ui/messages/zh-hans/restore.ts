import type { StaffMessages } from '../en/staff.ts';

export const restore: StaffMessages['restore'] = {
  open: '我有恢复单',
  title: '用恢复单找回',
  text: '没有负责人能登录时用。请照着最新的恢复单输入恢复码，或用一张拍下二维码的照片，用完就删。这样会设立一位新负责人；所有在岗的人都会看到恢复单用过。',
  submit: '打开密钥',
  working: '正在打开酒店的密钥',
  other: '这不是这家酒店的恢复单。请把纸上的酒店名、前台网址与本页对一对。',
  back: '回到登录',
  opened: '恢复单打开了酒店的密钥',
  madeOn: (date) => `这张恢复单制作于 ${date}。请把印章与纸上的对一对。`,
  missing: '有些密钥比这张恢复单新',
  missingText: (names) =>
    `它没有以下用途现在的密钥：${names}。客人用这些密钥封好的内容，除非还有同事能打开，否则打不开。更早的内容和酒店自己的密钥都能找回。`,
  card: '前台名单',
  who: '您是哪位？',
  whoText: '您会有自己的账号，岗位是负责人，并得到恢复单里的全部密钥。原有账号都保留；正在登录的负责人会被退出。',
  create: '设我为负责人',
  creating: '正在这台设备上生成密钥',
  signingIn: '正在登录',
  made: '您已是负责人。请用新的账号和口令登录。',
  passphrase: '您的新口令',
  passphraseHint: '谁也查不到它，也从不发送。',
  banner: {
    restored: (name, date) => `${name} 于 ${date} 用恢复单成为负责人`,
    restoredText: '如果酒店里没有人知道这件事，请马上告诉负责人或管理服务器的人：恢复单可能在别人手里。',
    used: '恢复单已经用过',
    usedText: '它的恢复码在设备上输入过。请做一张新的，旧的在这台服务器上就打不开任何东西了。',
    toSheet: '去恢复单',
    due: '该再试一次恢复单了',
    dueText: (date) => `上次测试是 ${date}。一年一次，就知道它还在、还有效。`,
  },
};
