export const paper = {
  title: 'Paper form',
  lead: 'The same uses and the same choices, for a guest who would rather use a pen. The first sheet comes back to the desk; the second, with the notice, is the guest’s to keep.',
  second: 'Second language',
  which: 'What to print',
  short: 'Form and notice',
  full: 'The full rules, as on a phone',
  fullLead: 'For a guest who asks to read every rule. The form has its own, shorter notice.',
  print: 'Print',
  back: 'To the desk',
  preview: 'What is printed',
  /** On the paper itself, in two languages. */
  form: {
    notice: 'What happens to your details',
    keep: 'These pages are yours to keep.',
    fullTitle: 'The full rules',
    fullKeep:
      'As guests read them on their phones. With a pen, your sheet stands for the envelope and the desk for the link.',
    lawPart: 'Required by law',
    lawText: 'This part is no question of yes or no; it says what the law asks of us and of you.',
    form: 'Registration form',
    give: 'This sheet goes to the desk.',
    number: 'Number, from the desk',
    choices: '1. What may we use your details for?',
    choicesText: 'Tick yes or no for each. Left open means no, and your room does not depend on it.',
    yes: 'Yes',
    no: 'No',
    details: '2. Your details',
    detailsText: 'Only what your yeses need. If every answer is no, leave this part empty.',
    forPurpose: 'for',
    contact: 'one of the two is enough',
    checkIn: 'Arrival',
    checkOut: 'Departure',
    law: 'Required by law',
    guests: 'Guests',
    minors: 'Guests under 18',
    guardian: 'Signature of the guardian',
    guardianText: 'For a child under 14 the guardian alone decides and signs.',
    sign: '3. Date and signature',
    signText:
      'I have read the notice and made the choices above myself. I can take back any yes at the desk at any time.',
    date: 'Date',
    signature: 'Signature',
    /** Between sentences. */
    together: (sentences: readonly string[]) => sentences.join(' '),
    asks: (items: string) => `We ask for: ${items}.`,
    full: 'The desk prints the full rules for you on request.',
    rules: {
      kept: {
        title: 'How your sheet is kept',
        text: 'You write with a pen; nobody photographs or scans the sheet. It lies under lock, and only staff who need it for a use you said yes to, or for what the law asks, take it out. Our register holds its number, your yes and no and its dates, not your name. When a use’s time is over it is struck out, and with the last one the sheet is shredded or burnt; that is written down too.',
      },
      rights: {
        title: 'Changing your mind, and your other rights',
        text: (contact: string, days: number) =>
          `Tell the desk or ${contact} that you take back a yes: it is struck out at once, nobody asks for a reason, and what was done before stays lawful (PIPL Arts. 15 and 16). In the same way you can see your sheet, get a copy, have it corrected or destroyed. We do it promptly, within ${days} working days at most; what a law makes us keep stays until its time is over. If we cannot do it, we tell you why, and you may go to court (PIPL Arts. 44–50).`,
      },
      children: {
        title: 'Children and teenagers',
        text: 'For a child under 14, a parent or guardian makes every choice and signs. Details of a child under 14 are sensitive (PIPL Arts. 28 and 31): we ask only for what the form shows, use it for nothing else, and only staff whom the person in charge has approved may look.',
      },
    },
  },
};

export type PaperMessages = typeof paper;
