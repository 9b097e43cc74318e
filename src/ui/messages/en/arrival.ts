// Confirming an arrival, and the day of leaving.

export const arrival = {
  title: 'Confirm arrival',
  checked: 'I have looked at the document, and it is this guest',
  checkedMissing: 'Look at the document first, then tick this.',
  abroad: 'The document is from outside the mainland (24 hours for the police)',
  abroadHint: 'Passport of another country, or a document of Hong Kong, Macao or Taiwan. Sealed with the room.',
  temporary: 'The temporary rule is left to the desk',
  temporaryText:
    'Ask the guest to enter it: on their phone under “My registration”, on the tablet you hand over, or on the paper form. Nobody enters it for them.',
  room: 'Room',
  roomMissing: 'Which room?',
  roomTooLong: 'At most 20 characters.',
  remarks: 'Remarks',
  remarksHint: 'Sealed like everything else. Only what this stay needs.',
  remarksTooLong: 'At most 200 characters.',
  checkOut: 'Leaves on',
  checkOutMissing: 'When does the guest leave?',
  checkOutEarly: 'That is before the arrival.',
  submit: 'Confirm arrival',
  done: (room: string) => `Arrived, room ${room}`,
  arrived: 'Arrived',
  plannedCheckOut: 'Leaves on',
  expired: 'This registration ran out before the arrival was confirmed. Ask the guest to register again.',
};
export type ArrivalMessages = typeof arrival;

export const stay = {
  title: 'Departure',
  departed: 'Departed',
  text: 'What the guest agreed to is deleted some days after this date. While nobody marks it, the planned day counts.',
  leaves: 'Leaves on',
  leftOn: 'Left on',
  wrong: 'A day after the arrival, please.',
  hasLeft: 'The guest has left',
  move: 'Stays until this day',
  correct: 'Correct the day',
  stillHere: 'Not left yet',
  left: 'Departure noted',
  moved: 'Day of leaving noted',
};
export type StayMessages = typeof stay;
