import { type PropertyProfile } from '../../../src/protocol/property-profile.ts';
import { purposeTemplates } from '../../../src/protocol/purpose-templates.ts';
import type { PurposeId } from '../../../src/protocol/purposes.ts';
import { temporaryPurpose } from '../../support/temporary-purpose.ts';

/** A small hotel that offers `purposes`, each with its template's retention. */
export function sampleProfile(purposes: readonly PurposeId[]): PropertyProfile {
  return {
    name: { 'zh-Hans': '榕树里客栈', en: 'Banyan Lane Inn' },
    address: { 'zh-Hans': '广州市越秀区榕树里 8 号', en: '8 Banyan Lane, Yuexiu, Guangzhou' },
    contact: '020-5555 0108',
    officer: { name: '林晓', contact: 'lin@banyan.example' },
    complaints: [{ name: { 'zh-Hans': '消费者投诉举报热线', en: 'Consumer complaints' }, contact: '12315' }],
    languages: ['zh-Hans', 'en'],
    jurisdiction: 'CN-44',
    purposes: purposes.map((id) =>
      id === 'temporary' ? temporaryPurpose('2027-03-31') : { id, retention: purposeTemplates[id].retention },
    ),
    storage: { 'zh-Hans': '本店在广州的服务器', en: 'our own server in Guangzhou' },
    identityRule: null,
  };
}
