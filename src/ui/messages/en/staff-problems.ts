import type { ProblemMessages } from './problems.ts';

/** Where the sentence meant for a guest’s phone would be wrong at the desk. */
export const staffProblems = {
  malformed: {
    title: 'The server did not accept that',
    text: 'Nothing was changed. Check what you typed and try again; if it happens twice, load the page again.',
  },
  offline: {
    title: 'The server can’t be reached',
    text: 'Nothing is lost. When the network is back, look whether what you just did went through before you do it again.',
  },
  internal: {
    title: 'Something went wrong',
    text: 'What guests sent is safe. Try again; if it stays like this, load the page again and sign in.',
  },
  storage_unavailable: {
    title: 'The server can’t store anything just now',
    text: 'Nothing was changed and nothing half saved. Is its disk full? Try again in a minute.',
  },
  unexpected_answer: {
    title: 'The answer made no sense',
    text: 'We can’t tell whether it went through. Load the page again and look before you repeat it.',
  },
  not_found: {
    title: 'It is no longer there',
    text: 'It has expired or was deleted meanwhile. Nothing else was changed.',
  },
  conflict: {
    title: 'A colleague was quicker',
    text: 'Their change is kept and yours was not saved. The list shows how things stand now.',
  },
  manifest_fingerprint: {
    title: 'These are not the hotel’s keys',
    text: 'The server answered with the keys of somebody else, so we stopped and sent nothing. Do not print posters; ask whoever runs the server.',
  },
  manifest_signature: {
    title: 'The hotel’s signature is not right',
    text: 'The rules the server gave were changed after they were signed, so we stopped. Ask whoever runs the server.',
  },
  manifest_older: {
    title: 'The server shows older rules than this tablet has seen',
    text: 'Older rules may carry the keys of somebody who has left, so nothing was sealed, signed or sent. Tell an owner, and ask whoever runs the server whether an old copy was put back.',
  },
  unknown_property: {
    title: 'This server has no such hotel',
    text: 'Check the address of the desk; it is printed on the recovery sheet.',
  },
  insecure_page: {
    title: 'This page has no secure connection',
    text: 'Without https a browser makes no keys and opens none, so nothing can be done here and nothing was sent. Open the desk by its https address.',
  },
  consent_replayed: {
    title: 'An older envelope was refused',
    text: 'The server sent one that the guest has replaced or taken back. It was not opened. Tell whoever runs the server.',
  },
  sealed_off: {
    title: 'It is sealed off',
    text: 'Only a law still holds it, so this system refuses to open it for anybody. It erases itself once its term is known and over.',
  },
  request_closed: {
    title: 'This request is closed',
    text: 'A colleague has finished it meanwhile. The list shows how it ended.',
  },
  already_erased: {
    title: 'It is deleted already',
    text: 'Nothing of this registration is left to change. Its certificate is under Done.',
  },
  setup_done: {
    title: 'This hotel is already set up',
    text: 'The link has done its work. Sign in at the desk’s address instead.',
  },
} satisfies Partial<ProblemMessages>;
