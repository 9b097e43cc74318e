import type { LineMessages, ListMessages } from '../en/list.ts';

export const line: LineMessages = {
  loading: '读取中',
  live: '实时',
  reconnecting: '正在重连',
  offline: '没有网络',
  reconnectingText: '名单可能慢了一点，连上以后一条不少。',
  offlineText: '现在没有网络，名单停在断网之前。网络恢复后一条不少。',
};

export const list: ListMessages = {
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
};
