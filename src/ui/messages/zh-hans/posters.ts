import type { StaffMessages } from '../en/staff.ts';

export const posters: StaffMessages['posters'] = {
  title: '海报',
  lead: '每个地方一张，您就知道客人从哪里来。请用 A4 纸按原尺寸打印。',
  locked: '先做恢复单',
  lockedText: '海报请客人用酒店的密钥封好信息，而密钥只在您这里。贴出第一张之前，先确认恢复单里确实有这些密钥。',
  toRecovery: '去做恢复单',
  channels: { reception: '前台', lobby: '大堂', room: '房间', website: '网站' },
  print: '打印这张海报',
  printAll: '四张一起打印',
  svg: '保存为 SVG',
  png: '保存为 PNG',
  pngFailed: '这里画不出图片，请直接打印，或保存为 SVG。',
  preview: (channel) => `${channel}海报`,
  address: '扫码后打开的网址',
  unreachable: '客人的手机打不开这个网址',
  unreachableText: '这不是公开的 https 网址。打印之前，请把 PUBLIC_URL 设为酒店的 https 网址，再重启服务器。',
  printAnyway: '仍要打印，只作试用',
  line: '扫一扫，一分钟登记好；信息怎么用，由您逐项决定。',
  room: '扫一扫，登记入住，或查看您告诉过我们的信息。',
  compare: '手机上会出现同样的印章和词：',
};
