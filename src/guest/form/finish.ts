import { checkParty } from '../../pii/check-party.ts';
import { checkDetails } from '../../pii/check-details.ts';
import { loadPhoneRules } from '../../pii/phone-number.ts';
import { deliverEntry } from '../outbox/deliver-entry.ts';
import { steadyOutbox } from '../outbox/steady-outbox.ts';
import { waitingEntry } from '../outbox/outbox-entry.ts';
import { GuardianScreen } from '../companions/guardian-screen.tsx';
import { ReceiptScreen } from '../receipt/receipt-screen.tsx';
import { newsOf } from '../registration/news.ts';
import { prepareSealing } from '../registration/prepare-sealing.ts';
import { composeRegistration } from './compose-registration.ts';
import { fetchNewRules } from './fetch-new-rules.ts';
import { ReviewScreen } from './review-screen.tsx';
import { TemporaryFields } from './temporary-fields.tsx';
import { TemporaryLabel } from './temporary-label.tsx';

/** Everything after the first typed detail, fetched as one while the guest types: checking, reviewing, sealing, the receipt. */
export const finish = {
  checkDetails,
  checkParty,
  newsOf,
  fetchNewRules,
  loadPhoneRules,
  prepareSealing,
  composeRegistration,
  waitingEntry,
  deliverEntry,
  steadyOutbox,
  ReviewScreen,
  ReceiptScreen,
  GuardianScreen,
  TemporaryFields,
  TemporaryLabel,
} as const;
