import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { SealedOffLines } from '../../../src/staff/desk/sealed-off-lines.tsx';
import { staffCatalogue } from '../../../src/ui/messages/en/staff-catalogue.ts';
import { MessagesProvider } from '../../../src/ui/messages/messages-provider.tsx';
import { fixedHotel } from '../../vectors/fixed-hotel.ts';

test('what only a law holds has its day, or says whether the hotel still asks for it', async () => {
  const hotel = await fixedHotel();
  const manifest = hotel.manifest;
  const shown = (purposes: typeof manifest.manifest.purposes, until?: string) =>
    renderToStaticMarkup(
      <MessagesProvider language="en" catalogue={staffCatalogue}>
        <SealedOffLines
          row={{
            sealedOff: ['identity'],
            ...(until === undefined ? {} : { sealedUntil: { identity: until } }),
            checkOut: '2026-05-03',
          }}
          hotel={{ profile: { purposes: [] }, manifest: { ...manifest, manifest: { ...manifest.manifest, purposes } } }}
        />
      </MessagesProvider>,
    );
  const { until, untilUnknown, untilByLast } = staffCatalogue.requests.sealedOff;
  const asked = manifest.manifest.purposes.map((one) =>
    one.id === 'identity' ? { ...one, retention: { kind: 'statutory' as const } } : one,
  );
  expect(asked.some(({ id }) => id === 'identity')).toBe(true);
  expect(shown(asked)).toContain(untilUnknown);
  const dropped = asked.filter(({ id }) => id !== 'identity');
  expect(shown(dropped)).toContain(untilByLast);
  expect(shown(dropped)).not.toContain(untilUnknown);
  expect(shown(dropped, '2028-05-03')).toContain(until('3 May 2028'));
});
