import type { ListedRow } from '../../protocol/api.ts';
import { handedOverPurposes } from '../../protocol/hand-over.ts';

type Asked = Pick<ListedRow, 'handedOver' | 'consentNumber' | 'sealedUnder' | 'purposes'>;

/**
 * Whether a guest who was handed over has changed what the law asks since. Taking back an offer changes nothing of it; of a guest who was
 * entered from the document alone, any change may have.
 */
export function changedSince({ handedOver, consentNumber = 1, sealedUnder, purposes }: Asked): boolean {
  if (handedOver === undefined || consentNumber <= handedOver.consentNumber) return false;
  if (sealedUnder === undefined || !purposes.includes('identity')) return true;
  return handedOverPurposes.some((purpose) => (sealedUnder[purpose]?.number ?? 0) > handedOver.consentNumber);
}
