import type { BenchmarkGroup } from '../benchmark.ts';
import { countBytes, type LoadBytes, type Transfer } from '../page/count-bytes.ts';
import { formioFlow, foyerFlow, surveyjsFlow } from '../page/flows.ts';
import { withPeers } from '../stage.ts';
import { round } from '../statistics.ts';

const mostRequests = 8;

/** Bytes over the wire until the form works: from the first request until a name has been typed into the details. */
export const firstLoad: BenchmarkGroup = {
  names: ['guest.first_load_kb'],
  measure: (setting) =>
    withPeers(setting, async ({ browser, hotel, surveyjs, formio }) => {
      const foyer = await countBytes(browser, hotel.posters.reception, foyerFlow);
      for (const one of [...foyer.first, ...foyer.later]) {
        setting.say(`${String(one.wire).padStart(7)} ${String(one.body).padStart(7)} ${new URL(one.url).pathname}`);
      }
      expectOneOrigin(foyer);
      const others = {
        surveyjs: kilobytes(await countBytes(browser, surveyjs, surveyjsFlow)),
        formio: kilobytes(await countBytes(browser, formio, formioFlow)),
      };
      return [
        {
          name: 'guest.first_load_kb',
          value: kilobytes(foyer),
          unit: 'kB',
          goal: '<= 85',
          baseline: {
            ...others,
            until_first_choice_kb: sum(foyer.first, 'wire'),
            bodies_only_kb: sum([...foyer.first, ...foyer.later], 'body'),
            requests_until_first_choice: foyer.first.length,
            requests: foyer.first.length + foyer.later.length,
          },
        },
      ];
    }),
};

function kilobytes({ first, later }: LoadBytes): number {
  return sum([...first, ...later], 'wire');
}

function sum(transfers: readonly Transfer[], what: 'wire' | 'body'): number {
  return round(transfers.reduce((total, one) => total + one[what], 0) / 1000, 1);
}

function expectOneOrigin({ first, later }: LoadBytes): void {
  const origins = new Set([...first, ...later].map(({ url }) => new URL(url).origin));
  if (origins.size !== 1) throw new Error(`The form came from ${[...origins].join(' and ')}.`);
  if (first.length > mostRequests) throw new Error(`${first.length} requests until the first choice works.`);
}
