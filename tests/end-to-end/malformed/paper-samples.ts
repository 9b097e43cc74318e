import { randomBytes } from '../../../src/crypto/random-bytes.ts';
import { newId } from '../../../src/protocol/ids.ts';
import { routePath, routes } from '../../../src/protocol/routes.ts';
import { toDate } from '../../../src/protocol/time.ts';
import type { StaffApi } from '../../../src/staff/api/staff-api.ts';

/** A sheet to enter, and one that is there to be moved and destroyed. */
export async function paperSamples(desk: StaffApi) {
  const sheet = () => ({
    record: newId(Date.now(), randomBytes),
    purposes: ['emergency', 'billing'] as const,
    checkOut: toDate(Date.now()),
    departed: false,
    place: 'office' as const,
  });
  const there = sheet();
  await desk.recordPaper({ ...there, purposes: [...there.purposes] });
  const { record } = there;
  return [
    ['recordPaper', JSON.stringify(sheet()), routes.recordPaper.path],
    ['movePaper', JSON.stringify({ checkOut: there.checkOut, departed: true }), routePath('movePaper', { record })],
    ['destroyPaper', JSON.stringify({ how: 'struck-out', purpose: 'billing' }), routePath('destroyPaper', { record })],
  ] as const;
}
