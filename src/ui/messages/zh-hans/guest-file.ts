import type { GuestFileMessages } from '../en/guest-file.ts';

export const guestFile: GuestFileMessages = {
  options: '排序和筛选',
  filtered: '已筛选',
  sort: '排序',
  usual: '默认顺序',
  reversed: '倒过来排',
  columns: { room: '房号', 'check-out': '离店', state: '状态', received: '收到时间' },
  purpose: '用途',
  anyPurpose: '全部用途',
  standing: '用途的状态',
  anyStanding: '全部状态',
  standings: { held: '保存中', withdrawn: '已撤回', 'sealed-off': '依法封存' },
  everything: '取消筛选',
  noneFits: '这里没有符合筛选的客人。',
  reading: (count) => `还在读取较早的登记，已读 ${count.toLocaleString('zh')} 条。搜索只能找到已读的。`,
  table: '客人档案',
  list: '名单',
  sortBy: (column) => `按${column}排序`,
  unnoted: '未记',
};
