import type { AnyProblem } from '../../../protocol/problems.ts';
import { nearProblems, type ProblemText } from './near-problems.ts';

/**
 * One entry per thing that can go wrong. `title` names it in a few words; `text` says what happened, whether the
 * details are safe, and what to do.
 */
export const problems = {
  ...nearProblems,
  malformed: {
    title: 'We could not read that',
    text: 'The message arrived damaged and nothing was stored. Please send it again; if it happens twice, the desk will help you.',
  },
  sign_in_failed: {
    title: 'Name and passphrase do not match',
    text: 'Nobody was signed in and nothing was opened. Check both and try again.',
  },
  session_ended: {
    title: 'You have been signed out',
    text: 'Your time is up, or you were signed out from elsewhere, and the keys have left this device. What was saved is safe; sign in again to go on.',
  },
  setup_link_invalid: {
    title: 'This set-up link does not work',
    text: 'It was used already or is incomplete, and nothing was changed. Restart the server to get a new link.',
  },
  forbidden: {
    title: 'Your role does not allow this',
    text: 'Nothing was changed or opened. Ask the owner if you need it for your work.',
  },
  not_granted: {
    title: 'This purpose is not open to you',
    text: 'The details stay sealed and nobody has seen them. Ask the owner to grant you this purpose if your work needs it.',
  },
  step_up_needed: {
    title: 'Your passphrase is needed once more',
    text: 'This is done only by somebody who has just proven who they are. Nothing was done or changed; try again and enter your passphrase.',
  },
  import_refused: {
    title: 'Lists can’t be brought in',
    text: 'Nothing was stored. Every record here needs the guest’s own act: each guest registers on their own phone, on the desk’s tablet or on paper.',
  },
  sealed_off: {
    title: 'Sealed off',
    text: 'Only a law still has it stored. This system refuses to open it for anybody, and erases it once its term is known and over.',
  },
  poster_not_in_use: {
    title: 'This poster is no longer in use',
    text: 'The hotel has taken it down, so nothing was sent. What you typed stays on this phone. Please ask at the desk, and show them where this poster hangs.',
  },
  not_found: {
    title: 'There is nothing here',
    text: 'The address is wrong or what it led to is gone. Nothing was changed; please go back and try again.',
  },
  unknown_property: {
    title: 'We do not know this hotel',
    text: 'Nothing was sent or stored. Scan the code on the poster again, or ask at the desk.',
  },
  method_not_allowed: {
    title: 'That cannot be done here',
    text: 'Nothing was changed. Load the page again; if it still happens, the page is out of date.',
  },
  conflict: {
    title: 'Someone else changed this first',
    text: 'Their change is kept and yours was not saved. Load it again and repeat yours if it is still needed.',
  },
  last_owner: {
    title: 'The hotel needs an owner',
    text: 'Nobody would be left who holds its keys, so nothing was changed. Make another owner first.',
  },
  submission_conflict: {
    title: 'This registration was already sent',
    text: 'The first one is safe and was not changed. Open your receipt to change something in it.',
  },
  manifest_outdated: {
    title: 'The hotel’s rules have just changed',
    text: 'Nothing was sent. What you typed is still on your phone; read what changed and send again.',
  },
  nobody_can_open: {
    title: 'The hotel can’t open registrations just now',
    text: 'Its keys are not in anybody’s hands at the moment, so we take nothing that nobody could read. What you typed stays on this phone. Please register at the desk; there is a paper form.',
  },
  restoration_ended: {
    title: 'That took too long',
    text: 'The request to make a new owner is good for ten minutes and once. Nothing was changed; please try again.',
  },
  setup_done: {
    title: 'This hotel is already set up',
    text: 'Nothing was changed. Sign in instead.',
  },
  consent_replayed: {
    title: 'This decision was already made',
    text: 'A later one stands, so nothing was changed. Load the page again to see how things are now.',
  },
  consent_forked: {
    title: 'Another phone was faster',
    text: 'Something was changed in this registration meanwhile, so yours was not saved and nothing was lost. Load the page again and repeat it if it is still needed.',
  },
  request_closed: {
    title: 'This request is closed already',
    text: 'It was done or answered before, so nothing was changed. Load the list again to see how it ended.',
  },
  gone: {
    title: 'This no longer exists',
    text: 'It was deleted as promised and cannot be brought back. There is nothing you need to do.',
  },
  already_erased: {
    title: 'Everything was deleted already',
    text: 'There is nothing left to change, and nothing was stored. The certificate of deletion says what was erased and when.',
  },
  sheet_replaced: {
    title: 'A newer sheet has replaced this one',
    text: 'It opens nothing any more, and nothing was changed. Use the newest sheet, by the date printed on it.',
  },
  too_large: {
    title: 'That is too much at once',
    text: 'It was refused and nothing was stored. Shorten the longest text and send again.',
  },
  unsupported_media_type: {
    title: 'The message had the wrong form',
    text: 'Nothing was stored. Load the page again and send once more.',
  },
  unknown_key: {
    title: 'The hotel has changed its keys',
    text: 'Nothing was stored. What you typed is still on your phone; load the page again and send once more.',
  },
  unknown_suite: {
    title: 'This way of sealing is not accepted',
    text: 'Nothing was stored and nobody can read what was sealed. Load the page again, or go to the desk.',
  },
  unsupported_schema: {
    title: 'This page is out of date',
    text: 'Nothing was stored. Load the page again and send once more.',
  },
  envelope_size: {
    title: 'The sealed details have the wrong size',
    text: 'They were refused and nothing was stored. Load the page again and send once more.',
  },
  envelope_missing: {
    title: 'Part of the registration is missing',
    text: 'Nothing was stored, not even the part that arrived. Please send it again.',
  },
  consent_invalid: {
    title: 'Your choices could not be confirmed',
    text: 'Their signature does not fit, so nothing was stored. Load the page again and choose once more.',
  },
  manifest_invalid: {
    title: 'The rules could not be published',
    text: 'Their signature or form is not right. What was published before is unchanged; please publish again.',
  },
  passkey_invalid: {
    title: 'This passkey was not accepted',
    text: 'The device’s answer did not hold, and nothing was changed. Try again, or use your passphrase.',
  },
  passkey_without_keys: {
    title: 'This passkey opens no keys',
    text: 'It proves who you are, but can’t open your keys. Nobody was signed in; please use your passphrase.',
  },
  recovery_wrong: {
    title: 'The recovery sheet does not fit',
    text: 'Nothing was opened and nothing was lost. Check that the sheet belongs to this hotel and enter it again.',
  },
  too_many_attempts: {
    title: 'Too many attempts',
    text: 'Everything is safe. Please wait a moment before you try again.',
  },
  storage_unavailable: {
    title: 'We cannot store anything just now',
    text: 'Nothing was lost and nothing half saved. What you sealed waits here and is sent again by itself.',
  },
  insecure_page: {
    title: 'This page is not secure enough to seal',
    text: 'Nothing was asked or sent. Please scan the poster again, or register at the desk.',
  },
  manifest_fingerprint: {
    title: 'This is not the key on the poster',
    text: 'Someone may have put themselves in between, so we stopped before asking you anything. Please show this to the desk.',
  },
  manifest_signature: {
    title: 'The hotel’s signature is not right',
    text: 'We can’t be sure these rules are the hotel’s own, so nothing was asked or sent. Please go to the desk.',
  },
  manifest_property: {
    title: 'These are the rules of another hotel',
    text: 'The address and the signed rules don’t belong together, so we stopped and sent nothing. Please go to the desk.',
  },
  manifest_older: {
    title: 'These rules are older than the ones you saw',
    text: 'You were shown newer ones before, so we stopped and sent nothing. Please go to the desk.',
  },
  manifest_expired: {
    title: 'These rules have run out',
    text: 'The hotel has not renewed them, so nothing can be sealed and nothing was sent. Please go to the desk.',
  },
  manifest_empty: {
    title: 'The hotel has published no keys',
    text: 'Without them nothing can be sealed, so nothing was asked or sent. Please go to the desk.',
  },
  manifest_keys: {
    title: 'The hotel’s keys are mixed up',
    text: 'Two uses share a key, or a key goes by a false name, so nothing was asked or sent. Please go to the desk.',
  },
  manifest_suite: {
    title: 'This phone does not know how to seal for this hotel',
    text: 'Nothing was asked or sent. Load the page again, or go to the desk.',
  },
  notice_changed: {
    title: 'The text is not the one the hotel signed',
    text: 'What you read and what was signed differ, so we stopped and sent nothing. Please go to the desk.',
  },
  receipt_invalid: {
    title: 'This receipt cannot be confirmed',
    text: 'Its proof does not fit, so please don’t rely on it. Your sealed details are unchanged; ask the desk to look.',
  },
  log_invalid: {
    title: 'The log does not fit together',
    text: 'What the hotel shows now contradicts what it showed before, or leaves something out. Your details are not touched by this; keep your receipts and ask the hotel, or the authority named in them.',
  },
  cannot_open: {
    title: 'This could not be opened',
    text: 'The key does not fit or the contents were changed. Nothing was shown and nothing was lost; try again or ask the owner.',
  },
  own_key_damaged: {
    title: 'This needs a key of yours that is damaged',
    text: 'Nothing was changed. Which one it is, and how to mend it, stands at the top of the screen.',
  },
  wrong_passphrase: {
    title: 'That is not the passphrase',
    text: 'The keys stay locked and nothing was lost. Check it and try again.',
  },
  wrong_recovery_code: {
    title: 'The recovery code is not right',
    text: 'Nothing was opened and nothing was lost. Compare it with the sheet, group by group.',
  },
  team_invalid: {
    title: 'The team list is not the hotel’s own',
    text: 'What the server gave wasn’t signed with the hotel’s root key, so nothing was sealed to anybody. Ask whoever runs the server; on the page “Team” the list can be begun anew.',
  },
  team_older: {
    title: 'Signed changes of the team are missing',
    text: 'The server gave an older list than this tablet has seen, or one that doesn’t fit the hotel’s keys, so nothing was sealed to anybody. Ask whoever runs the server whether an old copy was put back; on the page “Team” the list can be begun anew.',
  },
  team_unlisted: {
    title: 'This person’s key is not confirmed',
    text: 'It isn’t in the signed team list, so nothing was sealed to it. Invite this person again and compare the four words; then do it again.',
  },
  approval_needed: {
    title: 'A supervisor has to approve this first',
    text: 'It is about children, so the law wants somebody to approve each opening. Nothing was opened. Ask for the approval and open it then.',
  },
} satisfies Record<AnyProblem, ProblemText>;

/** What every language has to say in this area; a code without its sentence doesn't compile. */
export type ProblemMessages = Readonly<Record<AnyProblem, ProblemText>>;
