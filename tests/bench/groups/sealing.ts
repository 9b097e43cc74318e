import type { BenchmarkGroup } from '../benchmark.ts';
import { type Flow, formioFlow, foyerFlow, surveyjsFlow } from '../page/flows.ts';
import { sendForm } from '../page/send-form.ts';
import { withPeers } from '../stage.ts';
import { median, quantile, round } from '../statistics.ts';

/** From the tap on send until everything is sealed, queued and handed to the network; the peers seal nothing. */
export const sealing: BenchmarkGroup = {
  names: ['guest.seal_ms'],
  measure: (setting) =>
    withPeers(setting, async ({ browser, hotel, surveyjs, formio }) => {
      const rounds = setting.quick ? 3 : 11;
      const peerRounds = setting.quick ? 1 : 3;
      const times = async (url: string, flow: Flow, count: number) => {
        const all: number[] = [];
        for (let run = 0; run < count; run += 1) {
          const { tapped, handedOver, between } = await sendForm(browser, url, flow, 4);
          all.push(handedOver - tapped);
          setting.say(`${new URL(url).pathname}: ${(handedOver - tapped).toFixed(1)} ms ${between.join(' ')}`);
        }
        return all;
      };
      const foyer = await times(hotel.posters.reception, foyerFlow, rounds);
      return [
        {
          name: 'guest.seal_ms',
          value: round(median(foyer), 1),
          unit: 'ms',
          goal: '<= 60',
          baseline: {
            surveyjs_unsealed: round(median(await times(surveyjs, surveyjsFlow, peerRounds)), 1),
            formio_unsealed: round(median(await times(formio, formioFlow, peerRounds)), 1),
            fastest: round(Math.min(...foyer), 1),
            p90: round(quantile(foyer, 0.9), 1),
          },
        },
      ];
    }),
};
