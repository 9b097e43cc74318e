import type { RecordsMessages } from '../en/records.ts';

export const records: RecordsMessages = {
  tab: '日志',
  title: '日志',
  lead: '谁在什么时候做了什么，按先后记下，改了就会被看出来。里面没有客人的姓名。',
  loading: '正在读取日志的状态',
  entries: (count) => `${count} 条`,

  exportTitle: '导出日志',
  exportText:
    '一份文件，每一条都在里面。谁都可以核验，不用服务器，也不用网络：在本站的 /verify 页面，或者用命令 foyer verify-log。导出本身也会记一条。',
  export: '把日志存成文件',
  exporting: '正在取日志',
  exported: '日志已保存。',
  fileName: '日志',

  anchorTitle: '在别处留一份凭据',
  anchorText:
    '短短几行，代表到现在为止的每一条记录。把它放到管服务器的人碰不到的地方：印在纸上，或者寄到别人的邮箱。日志万一被改写，一对便知。每个月留一次为好。',
  now: '日志现在',
  print: '打印',
  mail: '用邮件寄出',
  save: '存成文件',
  wrong: '服务器给出的日志状态不是用酒店的密钥签的。请不要留存，并问问管服务器的人。',

  keptTitle: '留过的凭据',
  keptNone: '还没有在别处留过。在那之前，管服务器的人可以把日志从头改写。',
  ways: { printed: '已打印', mailed: '已寄邮件', saved: '已存文件' },
  by: (date, way, name) => `${date} · ${way} · ${name}`,
  again: '再看',

  paper: {
    title: '日志凭据',
    text: '下面几行代表当天日志里的每一条记录。请把这张纸放在服务器碰不到的地方。要核对时，把这几行录入或扫进一个文件，连同导出的日志一起交给 /verify 页面，或者 foyer verify-log --anchor。',
    keptOn: '留存日期',
    size: '条数',
    fingerprint: '酒店的根密钥',
    lines: '凭据内容',
    code: '同样的内容，扫码读取',
  },
  mailSubject: (hotel, date) => `日志凭据 ${hotel} ${date}`,
  mailText: '请保留这封邮件。下面几行代表今天为止我们日志里的每一条记录：',
};
