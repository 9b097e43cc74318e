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

export const staff: StaffMessages = {
  appName: '知客前台',

  problems: staffProblems,
  unread: '这里的内容暂时读不到，网络恢复后会自动读取。没有任何改动。',

  signIn: {
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
  },

  whichHotel: {
    title: '是哪家酒店？',
    text: '这台平板还不知道。酒店代码是前台网址的最后一段，恢复单上也印着。',
    code: '酒店代码',
    codeWrong: '代码是十位小写字母和数字，例如 7k2m9x4qpd。',
    submit: '继续',
  },

  older: {
    title: '服务器给出的规则比这台平板看过的旧',
    word: '已停下',
    text: '里面可能还是已离职同事也有的密钥，所以这台平板什么都不打开、不密封，也不签署。可能是服务器恢复过旧的备份，也可能是有人想让已离职的人重新拿到权限。',
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
  },

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
      '您是否在已签名的员工名单里，刚才没能确定。不在名单里时，其他负责人换的新密钥不会给您；请到“员工”页查看，也可以在那里把自己加进去。',
    toTeam: '去员工页',
    unopened: (names) => `您的密钥打不开：${names}`,
    unopenedBefore: (names) => `酒店换新密钥之前密封的，您打不开：${names}`,
    unopenedText:
      '服务器上为您存的那份密钥损坏了，所以您登录后打不开这一项，其他都能照常使用。请让负责人重新邀请您：姓名和岗位不变，密钥会重新给您。',
    unopenedOwner:
      '服务器上为您存的那份密钥损坏了。修好之前，您打不开这一项，不能做恢复单，也不能把这一项交给别人。另一位负责人可以重新邀请您，全部密钥会重新给您。如果只有您一位负责人，而手里有恢复单，请退出登录，用它重新成为负责人：恢复单里有的都能打开。两样都没有，请到“员工”页您自己的页面生成新密钥：之后客人发来的能打开，之前密封的您仍打不开。',
    unopenedBeforeText:
      '之后客人发来的都能打开。之前的那把密钥，为您存的那份损坏了；由另一位负责人重新邀请您，还能给您。',
    unopenedBeforeOwner:
      '之后客人发来的都能打开，邀请员工、做恢复单也照常。之前的那把密钥，为您存的那份损坏了：由另一位负责人重新邀请您，还能得到；损坏之前做的恢复单里也有。新做的恢复单会取代那一份，里面没有这把密钥。',
    stillHere: '还在吗？',
    stillHereText: (seconds) => `这台平板有一会儿没人操作了。${seconds} 秒后密钥自动清除，名单随之关闭。`,
    stay: '我在',
    lockNow: '现在锁定',
    notYours: '这一页由同事负责',
    notYoursText: '您的岗位用不到这一页，所以这里不显示任何内容。工作需要时，请找负责人。',
    toDesk: '回到前台',
  },

  line: {
    loading: '读取中',
    live: '实时',
    reconnecting: '正在重连',
    offline: '没有网络',
    reconnectingText: '名单可能慢了一点，连上以后一条不少。',
    offlineText: '现在没有网络，名单停在断网之前。网络恢复后一条不少。',
  },

  list: {
    title: '客人',
    views: { arriving: '待到店', 'in-house': '在住', leaving: '今日离店', all: '全部' },
    search: '姓名、拼音首字母、房号、到店码或手机尾号',
    searchShort: '姓名、首字母、房号或尾号',
    clear: '清除搜索',
    found: (count) => `找到 ${count.toLocaleString('zh')} 位`,
    empty: {
      arriving: '没有等候的客人。有新登记会自动出现在这里。',
      'in-house': '还没有在住的客人。确认到店后，客人和房号会列在这里。',
      leaving: '今天没有要离店的客人。',
      all: '还没有登记。客人扫海报登记以后，会自动出现在这里。',
    },
    noHit: (typed) => `没有找到“${typed}”。试试客人手机上的到店码。`,
    noHitAction: '显示全部',
    loading: '正在读取名单',
    newGuest: (name) => `新登记：${name}`,
    states: {
      received: '已收到',
      seen: '已看到',
      arrived: '已到店',
      departed: '已离店',
      expired: '已过期',
      erased: '已删除',
    },
    people: (count) => `${count} 人`,
    withChild: '有孩子',
    room: (room) => `${room} 房`,
    broken: '打不开',
    unreadable: '读不出来',
    gone: '信息已删除',
  },

  guestFile,

  guest: {
    choose: '请在名单里选一位客人。',
    back: '回到名单',
    code: '到店码',
    compare: '客人手机上是同一个码。',
    stay: '住店日期',
    nights: (nights) => (nights === 0 ? '当天离店' : `${nights} 晚`),
    contact: '联系方式',
    noContact: '没有留',
    party: '人数',
    together: '同行',
    from: '来自',
    channels: {
      reception: '前台海报',
      lobby: '大堂海报',
      room: '房间海报',
      website: '酒店网站',
      desk: '本前台',
      typed: '手工输入的网址',
    },
    language: '语言',
    received: '收到时间',
    unreadable: '这份登记读不出来',
    unreadableText:
      '服务器上存的这份记录已经损坏，在这里不能打开，也不能改动；不影响其他登记。请告诉维护服务器的人，服务器日志里记有这份登记的编号。客人在场的，请重新登记。',
    broken: '这份登记打不开',
    brokenText: '密钥不符，或者内容被改动过。没有显示任何内容，也不影响其他登记。请客人重新登记。',
    older: '已拒收一份旧的内容',
    olderText: '服务器发来的这份登记，比这台平板见过的还旧，所以没有采用。请告诉管理服务器的人。',
    gone: '这份登记的信息已按承诺删除。',
    purposes: '客人封好交给我们的信息',
    noPurposes: '除卡片以外没有别的。',
    version: (version) => `告知第 ${version} 版`,
    olderVersion: (version) => `客人同意的是第 ${version} 版，没有同意今天的：期限和接收方照第 ${version} 版`,
    open: '打开',
    notGranted: '未授权给您',
    readable: '谁在什么时候、为什么打开，客人都能看到。',
  },

  opening: {
    title: (purpose) => `打开“${purpose}”`,
    why: '现在为什么需要？',
    stopped: (time) => `${time} 前您不能打开任何内容`,
    stoppedText:
      '一小时内，您多次尝试打开无权打开的内容。每次都已记下，负责人也能看到您被暂停。名单和其他功能照常；现在急需的，请同事打开。',
    logged: '先记下您的岗位、代号、时间和原因，再打开。客人能看到这条记录。',
    reasons: {
      'check-in': '办理入住',
      'contact-guest': '联系客人',
      'guest-asked': '客人要求',
      bill: '核对账单',
      'lost-property': '遗留物品',
      points: '积分或会员价',
      emergency: '紧急情况',
      'legal-duty': '法定义务',
    },
    working: '先记录，再打开',
    closesItself: '到时自动关闭',
    closeNow: '现在关闭',
    noLongerHeld: '客人刚刚改动了这一项，已关闭，并从平板上清除。',
    closed: '已关闭',
    copy: (what) => `复制${what}`,
  },

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

  fields: {
    name: '姓名',
    phone: '手机号',
    email: '电子邮箱',
    nationality: '国籍',
    documentKind: '证件',
    documentNumber: '号码',
    birthDate: '出生日期',
    age: '年龄',
    guardian: '监护人',
    relation: '关系',
    contact: '联系方式',
    ages: { 'under-14': '不满 14 岁', '14-17': '14 至 17 岁' },
    documentKinds: {
      'resident-id': '居民身份证',
      passport: '护照',
      'hk-macau-permit': '港澳居民来往内地通行证',
      'taiwan-permit': '台湾居民来往大陆通行证',
      'foreign-pr-id': '外国人永久居留身份证',
      'electronic-id': '电子身份证',
      other: '其他证件',
    },
  },

  arrival: {
    title: '确认到店',
    checked: '我看过证件，是本人',
    checkedMissing: '请先看证件，再打勾。',
    abroad: '境外证件（24 小时内报送公安机关）',
    abroadHint: '外国护照，或港澳台证件。与房号封在一起。',
    temporary: '限期规定要问的，留到前台了',
    temporaryText: '请客人自己填：在手机的“我的登记”里填，用交给客人的平板填，或填纸质表。工作人员不代填。',
    room: '房号',
    roomMissing: '住哪间房？',
    roomTooLong: '最多 20 个字。',
    remarks: '备注',
    remarksHint: '同样会封好。只写这次入住需要的。',
    remarksTooLong: '最多 200 个字。',
    checkOut: '离店日期',
    checkOutMissing: '客人哪天离店？',
    checkOutEarly: '早于到店日期。',
    submit: '确认到店',
    done: (room) => `已到店，${room} 房`,
    arrived: '已到店',
    plannedCheckOut: '离店日期',
    expired: '这份登记在确认到店之前已过期，请客人重新登记。',
  },

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

  stay: {
    title: '离店',
    departed: '已离店',
    text: '客人同意提供的信息，从这一天起算，到期自动删除。没有登记离店的，按预计日期算。',
    leaves: '离店日期',
    leftOn: '实际离店日期',
    wrong: '请填入住之后的日期。',
    hasLeft: '客人已离店',
    move: '住到这一天',
    correct: '更正日期',
    stillHere: '还没有离店',
    left: '已登记离店',
    moved: '离店日期已改',
  },

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
