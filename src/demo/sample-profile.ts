import type { PropertyProfile } from '../protocol/property-profile.ts';
import { purposeTemplates } from '../protocol/purpose-templates.ts';
import { purposeIds } from '../protocol/purposes.ts';
import { suggestedComplaintLines } from '../protocol/laws.ts';

/** A hotel that doesn't exist, with every purpose template on. */
export const sampleProfile: PropertyProfile = {
  name: { 'zh-Hans': '竹里小栈', en: 'Bamboo Lane Guesthouse' },
  address: {
    'zh-Hans': '广州市越秀区竹里巷 12 号',
    en: '12 Bamboo Lane, Yuexiu District, Guangzhou',
  },
  contact: '020-5550 0147',
  officer: { name: '陈静 Chen Jing', contact: 'privacy@bamboo-lane.example' },
  complaints: suggestedComplaintLines.map(({ name, contact }) => ({ name: { ...name }, contact })),
  languages: ['zh-Hans', 'en'],
  jurisdiction: 'CN-44',
  purposes: purposeIds
    .filter((id) => purposeTemplates[id].offered === 'optional')
    .map((id) => ({ id, retention: purposeTemplates[id].retention })),
  storage: {
    'zh-Hans': '客栈自己的服务器，在广州',
    en: 'On our own server in Guangzhou',
  },
  identityRule: null,
};
