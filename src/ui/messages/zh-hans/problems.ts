import type { ProblemMessages } from '../en/problems.ts';
import { nearProblems } from './near-problems.ts';

export const problems: ProblemMessages = {
  ...nearProblems,
  malformed: {
    title: '内容没有读懂',
    text: '传来的内容不完整，什么都没有保存。请再发送一次；如果还是不行，请到前台，我们来帮您。',
  },
  sign_in_failed: {
    title: '账号与口令不符',
    text: '没有登录，也没有打开任何内容。请核对后再试。',
  },
  session_ended: {
    title: '您已退出登录',
    text: '登录时间已到，或者在别处被退出，密钥已从本机清除。保存过的内容都在，重新登录即可继续。',
  },
  setup_link_invalid: {
    title: '这个设置链接无效',
    text: '它可能已经用过，或者不完整。没有任何改动。重新启动服务即可得到新的链接。',
  },
  forbidden: {
    title: '您的岗位没有这项权限',
    text: '没有改动，也没有打开任何内容。如果工作需要，请找负责人开通。',
  },
  not_granted: {
    title: '这个用途没有授权给您',
    text: '信息仍然密封着，没有人看到。如果工作需要，请负责人授权给您。',
  },
  step_up_needed: {
    title: '需要再核对一次口令',
    text: '这一步只有刚刚核对过身份的人才能做。什么都没有做，也没有改动；请重试并输入口令。',
  },
  import_refused: {
    title: '不能导入名单',
    text: '什么都没有存下。这里的每一份记录都要由客人本人登记：用自己的手机、前台的平板，或者纸质表。',
  },
  sealed_off: {
    title: '内容已封存',
    text: '只因法律规定还须保存一段时间。系统对谁都拒绝打开；期限填入以后，期满自动删除。',
  },
  poster_not_in_use: {
    title: '这张海报已停用',
    text: '酒店已经不用它了，所以什么都没有发送，您填写的内容还在手机上。请到前台询问，并告诉他们这张海报贴在哪里。',
  },
  not_found: {
    title: '这里没有内容',
    text: '地址有误，或者内容已经不在。没有任何改动，请返回再试。',
  },
  unknown_property: {
    title: '没有找到这家酒店',
    text: '什么都没有发送，也没有保存。请重新扫描海报上的二维码，或到前台询问。',
  },
  method_not_allowed: {
    title: '这里不能这样操作',
    text: '没有任何改动。请刷新页面；如果仍然这样，说明页面版本太旧。',
  },
  conflict: {
    title: '别人刚刚改过这里',
    text: '对方的修改已保存，您的没有保存。请刷新后看一看，需要的话再改一次。',
  },
  last_owner: {
    title: '酒店不能没有负责人',
    text: '这样一来就没有人持有密钥了，所以什么都没有改动。请先添加另一位负责人。',
  },
  submission_conflict: {
    title: '这份登记已经发送过',
    text: '先前那份完好，没有改动。想修改的话，请打开您的回执。',
  },
  manifest_outdated: {
    title: '酒店的规则刚刚更新',
    text: '什么都没有发送，您填写的内容还在手机上。请看看改了什么，再发送一次。',
  },
  nobody_can_open: {
    title: '酒店暂时打不开登记',
    text: '现在没有人持有密钥，收下也没有人能读，所以我们先不收。您填写的内容还在手机上。请到前台登记，那里有纸质表格。',
  },
  restoration_ended: {
    title: '时间过了',
    text: '设立新负责人的请求十分钟内有效，只能用一次。没有任何改动，请再试一次。',
  },
  setup_done: {
    title: '这家酒店已经设置好了',
    text: '没有任何改动，请直接登录。',
  },
  consent_replayed: {
    title: '这个决定之前已经生效',
    text: '后来又有新的决定，以新的为准，所以没有任何改动。请刷新页面查看现在的情况。',
  },
  consent_forked: {
    title: '另一部手机先改了',
    text: '这份登记刚刚有过改动，您这次的没有保存，也没有丢失任何内容。请刷新页面，需要的话再改一次。',
  },
  request_closed: {
    title: '这项请求已经办结',
    text: '之前已经处理或答复过，没有任何改动。请刷新列表查看结果。',
  },
  gone: {
    title: '内容已经删除',
    text: '它已按承诺删除，无法恢复。您不需要做什么。',
  },
  already_erased: {
    title: '之前已经全部删除',
    text: '没有可以再改的内容，也没有保存任何东西。删除证明上写着删了什么、何时删除。',
  },
  sheet_replaced: {
    title: '这张恢复单已被新的取代',
    text: '它已打不开任何东西，也没有任何改动。请看纸上的日期，用最新的那张。',
  },
  too_large: {
    title: '内容太长',
    text: '没有接收，也没有保存。请把最长的文字缩短一些，再发送一次。',
  },
  unsupported_media_type: {
    title: '发送的格式不对',
    text: '什么都没有保存。请刷新页面，再发送一次。',
  },
  unknown_key: {
    title: '酒店更换了密钥',
    text: '什么都没有保存，您填写的内容还在手机上。请刷新页面，再发送一次。',
  },
  unknown_suite: {
    title: '这种密封方式不被接受',
    text: '什么都没有保存，封好的内容也没有人能读。请刷新页面，或到前台办理。',
  },
  unsupported_schema: {
    title: '页面版本太旧',
    text: '什么都没有保存。请刷新页面，再发送一次。',
  },
  envelope_size: {
    title: '密封内容的大小不对',
    text: '没有接收，也没有保存。请刷新页面，再发送一次。',
  },
  envelope_missing: {
    title: '登记内容缺了一部分',
    text: '已到的部分也没有保存。请再发送一次。',
  },
  consent_invalid: {
    title: '您的选择无法确认',
    text: '签名对不上，所以什么都没有保存。请刷新页面，重新选择。',
  },
  manifest_invalid: {
    title: '规则没有发布成功',
    text: '签名或格式不对。之前发布的规则不受影响，请重新发布。',
  },
  passkey_invalid: {
    title: '这个通行密钥没有通过',
    text: '设备的应答不成立，什么都没有改动。请再试一次，或使用口令。',
  },
  passkey_without_keys: {
    title: '这个通行密钥打不开密钥',
    text: '它能证明是您本人，但打不开您的密钥。没有登录，请使用口令。',
  },
  recovery_wrong: {
    title: '恢复单对不上',
    text: '没有打开，也没有丢失任何内容。请确认恢复单属于这家酒店，再输入一次。',
  },
  too_many_attempts: {
    title: '尝试次数太多',
    text: '所有内容都安全。请稍等一会儿再试。',
  },
  storage_unavailable: {
    title: '暂时无法保存',
    text: '没有丢失，也没有只存一半。封好的内容在这里等待，稍后会自动再发。',
  },
  insecure_page: {
    title: '页面不安全，无法密封',
    text: '没有询问，也没有发送任何信息。请重新扫描海报上的二维码，或到前台登记。',
  },
  manifest_fingerprint: {
    title: '密钥与海报上的不一致',
    text: '可能有人在中间做了手脚，所以我们没有向您询问任何信息就停下了。请把此页给前台看。',
  },
  manifest_signature: {
    title: '酒店的签名不对',
    text: '无法确认这些规则出自酒店，所以没有询问，也没有发送任何信息。请到前台办理。',
  },
  manifest_property: {
    title: '这是另一家酒店的规则',
    text: '网址与签过名的规则对不上，所以我们停下了，什么都没有发送。请到前台办理。',
  },
  manifest_older: {
    title: '这份规则比您看过的旧',
    text: '您之前看到的是更新的一份，所以我们停下了，什么都没有发送。请到前台办理。',
  },
  manifest_expired: {
    title: '这份规则已过期',
    text: '酒店还没有更新，现在无法密封，什么都没有发送。请到前台办理。',
  },
  manifest_empty: {
    title: '酒店没有公布密钥',
    text: '没有密钥就无法密封，所以没有询问，也没有发送任何信息。请到前台办理。',
  },
  manifest_keys: {
    title: '酒店的密钥有误',
    text: '两项用途共用了一把密钥，或密钥与编号不符，所以没有询问，也没有发送任何信息。请到前台办理。',
  },
  manifest_suite: {
    title: '手机不支持这种密封方式',
    text: '没有询问，也没有发送任何信息。请刷新页面，或到前台办理。',
  },
  notice_changed: {
    title: '文字与酒店签署的不一致',
    text: '您读到的和签署的不同，所以我们停下了，什么都没有发送。请到前台办理。',
  },
  receipt_invalid: {
    title: '这份回执无法核实',
    text: '证明对不上，请先不要以它为准。您密封的信息没有变化，请让前台查看。',
  },
  log_invalid: {
    title: '记录前后对不上',
    text: '酒店现在给出的记录与之前的不一致，或者缺了内容。您的信息本身没有受影响。请保留好回执，向酒店询问，也可以找回执上列出的主管部门。',
  },
  cannot_open: {
    title: '无法打开',
    text: '密钥不符，或内容被改动过。没有显示，也没有丢失任何内容。请再试一次，或找负责人。',
  },
  own_key_damaged: {
    title: '这一步要用到您的一把密钥，但它损坏了',
    text: '没有任何改动。是哪一把，怎样恢复，见屏幕最上方的说明。',
  },
  wrong_passphrase: {
    title: '口令不对',
    text: '密钥仍然锁着，内容没有丢失。请核对后再试。',
  },
  wrong_recovery_code: {
    title: '恢复码不对',
    text: '没有打开，也没有丢失任何内容。请对照恢复单，一组一组地核对。',
  },
  team_invalid: {
    title: '员工名单不是酒店自己签的',
    text: '服务器给出的名单没有酒店根密钥的签名，所以没有向任何人密封密钥。请询问服务器的管理者；在“员工”页可以重新建立名单。',
  },
  team_older: {
    title: '员工名单缺少已签名的变更',
    text: '服务器给出的名单比这台平板看过的旧，或与酒店的密钥对不上，所以没有向任何人密封密钥。请询问服务器的管理者是否恢复过旧的备份；在“员工”页可以重新建立名单。',
  },
  team_unlisted: {
    title: '此人的密钥还没有核对',
    text: '它不在已签名的员工名单里，所以没有向它密封任何内容。请重新邀请此人并核对四个词，然后再试。',
  },
  approval_needed: {
    title: '需要主管先批准',
    text: '这里有未成年人的信息，法律要求每次查看先经批准。现在什么都没有打开。请先申请，批准后再打开。',
  },
};
