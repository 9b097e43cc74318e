import type { SignInMessages, WhichHotelMessages, OlderMessages } from '../en/sign-in.ts';

export const signIn: SignInMessages = {
  title: '您好，请登录',
  handle: '账号',
  handleMissing: '请输入账号。',
  passphrase: '口令',
  passphraseMissing: '请输入口令。',
  showPassphrase: '显示口令',
  hidePassphrase: '隐藏口令',
  remember: '在这台平板上记住我的账号',
  submit: '登录',
  byPasskey: '用通行密钥登录',
  passphraseChanged: '口令已更换',
  passphraseChangedText: '请用新口令登录，您在别处的登录已结束。',
  steps: {
    passkey: '等待您的通行密钥',
    asking: '正在询问服务器',
    stretching: '正在处理口令',
    proving: '正在向服务器证明身份',
    opening: '正在打开您的密钥',
  },
  slow: '这一步有意多花一两秒：即使资料被盗，别人也算不出您的口令。',
  locked: '已锁定',
  lockedText: '密钥已离开这台平板，登录后继续。',
  idle: '五分钟没有操作，已锁定',
  idleText: '没有人操作这台平板，密钥已自动清除。内容都在，登录后继续。',
  newKeys: '酒店已换上新密钥',
  newKeysText:
    '请重新登录，取得您的新密钥。然后做一份新的恢复单并试过：在此之前，见过旧恢复单的人仍能用它成为负责人，而它打不开今后客人发来的内容。',
  signedOut: '已退出',
  signedOutText: '密钥已离开这台平板。',
  wait: (seconds) => `请等 ${seconds} 秒再试。`,
  waitUntil: (time) => `${time} 起可以再试。`,
};

export const whichHotel: WhichHotelMessages = {
  title: '是哪家酒店？',
  text: '这台平板还不知道。酒店代码是前台网址的最后一段，恢复单上也印着。',
  code: '酒店代码',
  codeWrong: '代码是十位小写字母和数字，例如 7k2m9x4qpd。',
  submit: '继续',
};

export const older: OlderMessages = {
  title: '服务器给出的规则比这台平板看过的旧',
  word: '已停下',
  text: '较旧的规则里，可能还是已离职同事也有的密钥，所以这台平板什么都不打开、不密封，也不签署。可能是服务器恢复过旧的备份，也可能是有人想让已离职的人重新拿到权限。',
  colleague:
    '请马上告诉负责人。由负责人向服务器的管理者问清楚，再在这台平板上登录，决定怎么办。在此之前，请只用纸登记：别的平板可能会相信较旧的密钥。',
  owner:
    '请先问服务器的管理者。如果没有人恢复过备份，请不要继续：退出登录；在弄清楚之前，不要让任何平板再连这台服务器，只用纸登记。',
  restored: '确实恢复过旧备份',
  goOnTitle: '用较旧的规则继续？',
  goOn: [
    '只有向服务器的管理者确认过，确实恢复了旧的备份，才可以继续。',
    '从现在起，这台平板会相信较旧的规则和密钥。在那份备份之后离职的人，又会出现在员工里，也可能有这些密钥。',
    '所以请先到“员工”页：如果名单被拒收，就重新建立名单；再把已离职的人一一移除，这样会换上新的密钥。',
    '其他平板如果也这样提示，需要负责人在那台平板上登录一次，并按“确实恢复过旧备份”。',
  ],
  goOnSubmit: '用较旧的规则继续',
};
