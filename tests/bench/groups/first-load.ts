import type { BenchmarkGroup } from '../benchmark.ts';
import { countBytes, countHurriedBytes, type LoadBytes, type Transfer } from '../page/count-bytes.ts';
import { formioFlow, foyerFlow, surveyjsFlow } from '../page/flows.ts';
import { withPeers } from '../stage.ts';
import { round } from '../statistics.ts';

const mostRequests = 8;

/** Compressed bytes until the form works: from the first request until a name has been typed into the details. */
export const firstLoad: BenchmarkGroup = {
  names: ['guest.first_load_kb'],
  measure: (setting) =>
    withPeers(setting, async ({ browser, hotel, surveyjs, formio }) => {
      const url = hotel.posters.reception;
      const foyer = await countBytes(browser, url, foyerFlow);
      for (const one of [...foyer.first, ...foyer.later]) {
        setting.say(`${String(one.body).padStart(7)} ${new URL(one.url).pathname}`);
      }
      expectOneOrigin(foyer);
      if (foyer.first.length > mostRequests) {
        setting.say(`${foyer.first.length} requests until the page rests, and not ${mostRequests} at most.`);
      }
      const hurried = await countHurriedBytes(browser, url, foyerFlow);
      return [
        {
          name: 'guest.first_load_kb',
          value: kilobytes([...foyer.first, ...foyer.later]),
          unit: 'kB',
          goal: '<= 85',
          baseline: {
            surveyjs: kilobytes((await countBytes(browser, surveyjs, surveyjsFlow)).first),
            formio: kilobytes((await countBytes(browser, formio, formioFlow)).first),
            requests_goal_8: foyer.first.length,
            without_a_tap: kilobytes(foyer.first),
            hurried_guest: kilobytes(hurried),
            hurried_guest_requests: hurried.length,
            html: kilobytes(foyer.first.slice(0, 1)),
            headers_besides: kilobytes([...foyer.first, ...foyer.later], ({ wire, body }) => wire - body),
          },
        },
      ];
    }),
};

function kilobytes(transfers: readonly Transfer[], size = ({ body }: Transfer) => body): number {
  return round(transfers.reduce((total, one) => total + size(one), 0) / 1000, 1);
}

function expectOneOrigin({ first, later }: LoadBytes): void {
  const origins = new Set([...first, ...later].map(({ url }) => new URL(url).origin));
  if (origins.size !== 1) throw new Error(`The form came from ${[...origins].join(' and ')}.`);
}
