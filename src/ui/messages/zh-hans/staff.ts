import type { StaffMessages } from '../en/staff.ts';
import { account } from './account.ts';
import { guestFile } from './guest-file.ts';
import { paper } from './paper.ts';
import { person } from './person.ts';
import { paperRegister } from './paper-register.ts';
import { posters } from './posters.ts';
import { record } from './record.ts';
import { recovery } from './recovery.ts';
import { register } from './register.ts';
import { restore } from './restore.ts';
import { retention } from './retention.ts';
import { settings } from './settings.ts';
import { staffProblems } from './staff-problems.ts';
import { stepUp } from './step-up.ts';
import { invitation, join, team } from './team.ts';
import { training } from './training.ts';
import { words } from './words.ts';
import { temporary } from './temporary.ts';
import { signIn, whichHotel, older } from './sign-in.ts';
import { line, list } from './list.ts';
import { guest, opening, fields } from './opened.ts';
import { arrival, stay } from './arrival.ts';

export const staff: StaffMessages = {
  appName: '知客前台',

  problems: staffProblems,
  unread: '这里的内容暂时读不到，网络恢复后会自动读取。没有任何改动。',

  signIn,
  whichHotel,
  older,

  shell: {
    unprinted:
      '浏览器自带的打印不会打出这个页面：上面可能有客人的信息，而日志不会知道。可以打印的内容，页面上都有专门的按钮。',
    menu: '菜单',
    desk: '前台',
    notice: '告知',
    posters: '海报',
    recovery: '恢复单',
    team: '员工',
    retention: '删除',
    settings: '设置',
    sessions: '登录中的设备',
    signOut: '退出',
    lock: '锁定',
    help: '快捷键',
    soundOn: '打开提示音',
    soundOff: '关闭提示音',
    renewed: '酒店的规则已续期一年，客人看到的内容没有变化。',
    renewalFailed: '酒店的规则即将到期，这次没能续上。您下次登录时会再试。',
    teamRefused:
      '服务器给出的员工名单，比这台平板看过的旧，或者不是酒店自己签的。负责人在“员工”页查看之前，不会为员工签署或密封任何内容。',
    teamUnjoined:
      '刚才没能确认您是否在已签名的员工名单里。如果不在，其他负责人换的新密钥不会给您。请到“员工”页查看，也可以在那里把自己加进去。',
    toTeam: '去员工页',
    unopened: (names) => `您的密钥打不开：${names}`,
    unopenedBefore: (names) => `酒店换新密钥之前密封的，您打不开：${names}`,
    unopenedText:
      '服务器上为您存的那份密钥损坏了，所以您登录后打不开这一项，其他都能照常使用。请让负责人重新邀请您：姓名和岗位不变，密钥会重新给您。',
    unopenedOwner:
      '服务器上为您存的那份密钥损坏了。修好之前，您打不开这一项，不能把它交给别人，也不能做恢复单；其他都能照常使用。',
    unopenedWays: '怎样恢复',
    unopenedOwnerWays: [
      '由另一位负责人重新邀请您：全部密钥会重新给您。',
      '如果只有您一位负责人，而手里有恢复单，请退出登录，用它重新成为负责人：恢复单里有的都能打开。',
      '两样都没有，请到“员工”页您自己的页面生成新密钥：之后客人发来的能打开，之前密封的您仍打不开。',
    ],
    unopenedBeforeText:
      '之后客人发来的都能打开。之前的那把密钥，为您存的那份损坏了。请让负责人重新邀请您，就能重新得到。',
    unopenedBeforeOwner: '之后客人发来的都能打开，邀请员工、做恢复单也照常。之前的那把密钥，为您存的那份损坏了。',
    unopenedBeforeOwnerWays: [
      '由另一位负责人重新邀请您，还能得到那把密钥。',
      '损坏之前做的恢复单里也有。新做的恢复单会取代那一份，里面没有这把密钥。',
    ],
    stillHere: '还在吗？',
    stillHereText: (seconds) => `这台平板有一会儿没人操作了。${seconds} 秒后密钥自动清除，名单随之关闭。`,
    stay: '我在',
    lockNow: '现在锁定',
    notYours: '这一页由同事负责',
    notYoursText: '您的岗位用不到这一页，所以这里不显示任何内容。工作需要时，请找负责人。',
    toDesk: '回到前台',
  },

  line,
  list,
  guestFile,
  guest,
  opening,

  purposes: {
    emergency: '紧急联系',
    billing: '账单与遗留物品',
    membership: '会员',
    offers: '优惠与消息',
    identity: '身份登记',
    minors: '未满 18 岁的住客',
    temporary: '限期登记',
  },

  temporary,
  fields,
  arrival,

  assisted: {
    open: '客人没带手机',
    openShort: '客人没带手机',
    title: '客人没带手机',
    text: '您会退出登录，平板换成客人自己的页面。拿回来后再登录。',
    language: '客人看哪种文字？',
    register: '交给客人登记',
    mine: '交给客人打开已有登记',
    paper: '纸质表',
    offline: '现在没有网络，平板上办不了登记。请给客人填纸质表。',
  },

  paper,
  paperRegister,
  stay,
  register,
  record,
  retention,
  words,

  help: {
    title: '快捷键',
    hint: '不在输入框里时有效。',
    search: '搜索',
    upDown: '下一位、上一位客人',
    views: '待到店、在住、今日离店、全部',
    options: '排序和筛选',
    table: '客人档案表，或名单',
    open: '打开第一项封好的信息',
    arrive: '确认到店，或请求的下一步',
    back: '返回，或关闭',
    desk: '前台',
    requests: '请求',
    newRequest: '登记一项请求（在“请求”里）',
    lock: '锁定',
    sound: '提示音开关',
    help: '这张表',
    single: '使用单键',
    turnOff: '用语音操作时，可以关掉字母键。',
  },

  person,
  posters,
  recovery,
  stepUp,
  restore,
  account,
  training,
  team,
  invitation,
  join,
  settings,

  strength: {
    title: '强度',
    short: '太短：至少 12 个字符，或 4 个词。',
    common: '太容易猜：不要重复，也不要用连续按键。',
    fair: '尚可。再加一个词会强得多。',
    good: '好。',
    strong: '很强。',
  },
};
