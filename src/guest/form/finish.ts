import { checkDetails } from '../../pii/check-details.ts';
import { loadPhoneRules } from '../../pii/phone-number.ts';
import { ReceiptScreen } from '../receipt/receipt-screen.tsx';
import { composeSubmission } from '../registration/compose-submission.ts';
import { startDelivery } from '../registration/delivery.ts';
import { prepareSealing } from '../registration/prepare-sealing.ts';
import { sendSubmission } from '../registration/send-submission.ts';
import { AskAgain } from './ask-again.tsx';
import { ReviewScreen } from './review-screen.tsx';

/** Everything after the first typed detail, fetched as one while the guest types: checking, reviewing, sealing, the receipt. */
export const finish = {
  checkDetails,
  loadPhoneRules,
  prepareSealing,
  composeSubmission,
  startDelivery,
  sendSubmission,
  AskAgain,
  ReviewScreen,
  ReceiptScreen,
} as const;
