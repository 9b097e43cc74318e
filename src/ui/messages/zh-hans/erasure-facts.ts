import type { ErasureFactsMessages } from '../en/erasure-facts.ts';

export const erasureFacts: ErasureFactsMessages = {
  issued: '出具时间',
  entries: '统计的记录',
  range: (from, to) => (from === to ? '无' : `第 ${from} 号至第 ${to - 1} 号`),
  clock: '时钟',
  clockSound: '没有疑问',
  clockHeld: (wall) => `有疑问：服务器的时钟显示 ${wall}，未予采信，期限按实际经过的时间计算。`,
  backups: '备份清除日',
  number: '证明编号',
};
