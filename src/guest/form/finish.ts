// Everything after the first typed detail, fetched as one while the guest types: checking, reviewing, sealing, the receipt.

export { checkDetails } from '../../pii/check-details.ts';
export { loadPhoneRules } from '../../pii/phone-number.ts';
export { ReceiptScreen } from '../receipt/receipt-screen.tsx';
export { composeSubmission } from '../registration/compose-submission.ts';
export { startDelivery } from '../registration/delivery.ts';
export { sendSubmission } from '../registration/send-submission.ts';
export { AskAgain } from './ask-again.tsx';
export { ReviewScreen } from './review-screen.tsx';
