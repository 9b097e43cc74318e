import type { StaffMessages } from '../en/staff.ts';

export const staffProblems: StaffMessages['problems'] = {
  malformed: { title: '服务器没有接受', text: '没有任何改动。请核对后再试；如果还是不行，请刷新页面。' },
  offline: { title: '连不上服务器', text: '什么都没丢。网络恢复后，先看看刚才那一步办成了没有，再决定要不要重来。' },
  internal: { title: '出了点问题', text: '客人发来的内容都在。请再试一次；如果一直这样，请刷新页面后重新登录。' },
  storage_unavailable: { title: '服务器暂时存不进东西', text: '没有任何改动。会不会是磁盘满了？请过一分钟再试。' },
  unexpected_answer: {
    title: '服务器的回答看不懂',
    text: '无法确定是否已经生效。请刷新页面，看一看再决定要不要重做。',
  },
  not_found: { title: '已经不在了', text: '它刚刚过期或被删除，其他内容没有变化。' },
  conflict: { title: '同事快了一步', text: '同事的修改已保存，您的没有保存。名单里是现在的情况。' },
  manifest_fingerprint: {
    title: '这不是本酒店的密钥',
    text: '服务器给出的是别人的密钥，我们已停下，什么都没发。请先不要打印海报，联系管理服务器的人。',
  },
  manifest_signature: {
    title: '酒店的签名不对',
    text: '服务器给出的规则在签名之后被改动过，我们已停下。请联系管理服务器的人。',
  },
  manifest_older: {
    title: '服务器给出的规则比这台平板看过的旧',
    text: '里面可能有已离职同事的密钥，所以没有密封、签署或发送任何内容。请告诉负责人，并询问服务器的管理者是否恢复过旧的备份。',
  },
  unknown_property: { title: '这台服务器上没有这家酒店', text: '请核对前台网址，恢复单上印着。' },
  insecure_page: {
    title: '这个页面的连接不安全',
    text: '没有 https，浏览器不能生成密钥，也打不开密钥。什么都没有发送。请用 https 开头的网址打开前台。',
  },
  consent_replayed: {
    title: '已拒收一个旧信封',
    text: '服务器发来的，是客人已经替换或撤回的那个，所以没有打开。请告诉管理服务器的人。',
  },
  sealed_off: { title: '已封存', text: '只因法律要求才保存，系统对谁都拒绝打开；期限填入以后，期满自动删除。' },
  request_closed: { title: '这项请求已经办结', text: '同事刚刚办完了，结果在列表里。' },
  already_erased: { title: '已经删除', text: '这份登记没有可改的内容了，证明在“已办结”里。' },
  setup_done: { title: '这家酒店已经设置好了', text: '这个链接已经用完，请到前台网址登录。' },
};
