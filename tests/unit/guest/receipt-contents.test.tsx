import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { ReceiptContents } from '../../../src/guest/receipt/receipt-contents.tsx';
import { guestCatalogue } from '../../../src/ui/messages/en/guest-catalogue.ts';
import { MessagesProvider } from '../../../src/ui/messages/messages-provider.tsx';
import { fixedHotel } from '../../vectors/fixed-hotel.ts';
import { fixedReceipt } from '../../vectors/fixed-receipt.ts';
import { fixedRegistration } from '../../vectors/fixed-registration.ts';

test('what the law asks and nobody filled in is named, and a rule that was over is not', async () => {
  const hotel = await fixedHotel();
  const receipt = await fixedReceipt(hotel, await fixedRegistration(hotel));
  const [law] = receipt.purposes.filter(({ event }) => event.decision === 'not-asked');
  if (law === undefined) throw new TypeError('everything was filled in');
  const shown = (line: typeof law) =>
    renderToStaticMarkup(
      <MessagesProvider language="en" catalogue={guestCatalogue}>
        <ReceiptContents receipt={{ ...receipt, purposes: [line] }} />
      </MessagesProvider>,
    );
  const { notAsked } = guestCatalogue.guest.receipt;
  expect(shown(law)).toContain(notAsked);
  expect(shown(law)).toContain(law.text);
  const over = shown({ ...law, ended: '2026-05-01' });
  expect(over).not.toContain(notAsked);
  expect(over).not.toContain(law.text);
});
