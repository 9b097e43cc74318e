import type { AssistedMessages } from '../en/assisted.ts';

export const assisted: AssistedMessages = {
  giveBack: '归还平板',
  done: '办好了，归还平板',
  ending: {
    title: '现在归还平板吗？',
    typing: '您在这里填写的会全部清除，什么都没有发出去。',
    received: '这里的一切都会清除，包括给您扫的码，之后谁也调不出来。请先扫码或打印。',
    later: '这一页会关闭，平板上什么都不留。',
    stay: '先不还',
    wipe: '清除并归还',
  },
  idle: {
    title: '您还在吗？',
    text: (seconds) => `已有两分钟没有人碰这台平板。${seconds} 秒后，这里的内容会全部清除。`,
    here: '我还在',
    wipe: '现在清除',
  },
  waiting: {
    title: '您的登记还没有发出去',
    text: '登记已经封好，在这台平板上等网络。您可以等一等，有网络就自动发出；也可以在这里清除，改填前台的纸质表。',
    wait: '等一等',
    paper: '清除，改用纸质表',
    state: '已封好，在这台平板上等着，有网络就自动发出。请先不要关闭这一页。',
  },
  handOver: {
    title: '把回执带走',
    text: '凭它可以再看到您的信息，只属于您。归还平板后，平板就忘了它，酒店里也没有人有。',
    show: '显示二维码',
    hide: '收起二维码',
    scan: '用您自己或同伴的手机扫一扫，把打开的页面留好。',
    print: '打印小票',
    mine: '查看我的登记',
  },
  slip: {
    title: '您的登记',
    stay: '住宿',
    printed: '打印于',
    scan: '扫码打开',
    typed: '也可以在前台请人打开“客人没带手机”，输入这串码',
    address: '网址',
    what: '可以看您填了什么、谁看过，可以更正，可以收回同意，也可以全部删除。',
    keep: '谁拿着这张小票，谁就能这样做。请像钥匙一样收好，酒店没有副本。',
  },
  enter: {
    title: '打开您的登记',
    text: '输入小票上的长码，或回执里的链接。长码不分大小写，短横线可以不打。',
    code: '长码或链接',
    missing: '请输入长码或链接。',
    wrong: '这串码里有打错的地方，请对着小票一组一组核对。',
    open: '打开',
  },
};
