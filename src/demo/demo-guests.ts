import type { PurposeId } from '../protocol/purposes.ts';
import type { Channel } from '../protocol/submission.ts';
import type { Language } from '../protocol/languages.ts';

/** Where a demo guest's registration stands once the demo runs. */
export type DemoStage = 'arriving' | 'in-house' | 'leaving';

export interface DemoGuest {
  readonly name: string;
  /** As typed: an E.164 number, a mainland mobile number, or an e-mail address. */
  readonly contact: string;
  readonly language: Language;
  readonly channel: Channel;
  readonly yes: readonly PurposeId[];
  /** What the law asks, entered on the phone: nationality, document kind and number, date of birth. Null: at the desk. */
  readonly document: readonly [string, string, string, string] | null;
  readonly child: { readonly name: string; readonly age: 'under-14' | '14-17'; readonly relation: string } | null;
  readonly partySize: number;
  readonly nights: number;
  readonly stage: DemoStage;
}

const all: readonly PurposeId[] = ['emergency', 'billing', 'membership', 'offers'];

function guest(
  name: string,
  contact: string,
  yes: readonly PurposeId[],
  rest: Partial<Omit<DemoGuest, 'name' | 'contact' | 'yes'>> = {},
): DemoGuest {
  return {
    name,
    contact,
    yes,
    language: 'zh-Hans',
    channel: 'reception',
    document: null,
    child: null,
    partySize: 1,
    nights: 2,
    stage: 'arriving',
    ...rest,
  };
}

const abroad = { language: 'en' } as const;
const inHouse = { stage: 'in-house' } as const;
const leaving = { stage: 'leaving', nights: 0 } as const;

/** Twenty-five people who don't exist. Numbers are from ranges nobody is given, or made up; documents carry a right check digit. */
export const demoGuests: readonly DemoGuest[] = [
  guest('欧阳晓岚', '13800138000', all, { document: ['CN', 'resident-id', '11010519491231002X', ''] }),
  guest('李明', '13900000012', ['emergency'], { partySize: 2 }),
  guest('Anna Kowalska', 'anna.kowalska@example.org', ['emergency', 'billing'], {
    ...abroad,
    document: ['PL', 'passport', 'EH1234567', '1988-04-12'],
  }),
  guest('王秀英', '13900000037', ['emergency', 'billing'], {
    partySize: 3,
    child: { name: '王小雨', age: 'under-14', relation: '母亲' },
  }),
  guest('José María Fernández-Ruiz', '+34600000045', ['billing'], { ...abroad, channel: 'lobby' }),
  guest('赵一鸣', '13900000050', ['offers'], { channel: 'website' }),
  guest('Nguyễn Thị Minh Khai', 'minhkhai@example.com', ['emergency'], { ...abroad, partySize: 2 }),
  guest('陈建国', '13900000076', all, { nights: 5 }),
  guest('Björk Einarsdóttir', 'bjork@example.is', ['emergency', 'membership'], { ...abroad, nights: 1 }),
  guest('单雄', '13900000094', ['emergency', 'billing', 'membership'], inHouse),
  guest('仇英', '13900000105', ['emergency'], inHouse),
  guest('Fatima Al-Zahra', 'fatima@example.com', ['emergency', 'billing'], { ...abroad, ...inHouse, partySize: 4 }),
  guest('林佳怡', '13900000122', ['billing'], { ...inHouse, channel: 'room' }),
  guest('Oluwaseun Adeyemi', '+2348030000013', ['emergency', 'offers'], { ...abroad, ...inHouse }),
  guest('周文博', '13900000147', all, inHouse),
  guest('Сергей Иванов', 's.ivanov@example.com', ['emergency'], { ...abroad, ...inHouse, nights: 4 }),
  guest('田中 美咲', 'misaki@example.jp', ['billing', 'emergency'], {
    ...abroad,
    ...inHouse,
    document: ['JP', 'passport', 'TK1234567', '1995-09-03'],
  }),
  guest('刘桂兰', '13900000181', ['emergency'], { ...inHouse, partySize: 2 }),
  guest('김민준', 'minjun@example.kr', ['membership', 'offers'], { ...abroad, ...inHouse }),
  guest('黄小龙', '13900000206', ['emergency', 'billing'], inHouse),
  guest('Marie-Claire Dubois', 'mc.dubois@example.fr', ['billing'], { ...abroad, ...leaving }),
  guest('徐静蕾', '13900000221', ['emergency', 'membership'], leaving),
  guest('曾国强', '13900000239', ['emergency'], leaving),
  guest("Siobhán O'Brien", 'siobhan@example.ie', ['emergency', 'billing'], { ...abroad, ...leaving, partySize: 2 }),
  guest('解晓东', '13900000254', ['billing', 'offers'], leaving),
];
