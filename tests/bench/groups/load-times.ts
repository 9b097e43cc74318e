import type { BenchmarkGroup, Figure } from '../benchmark.ts';
import { type LoadTimes, measureLoad } from '../page/measure-load.ts';
import { type PeerStage, withPeers } from '../stage.ts';
import { median, round } from '../statistics.ts';

/** What a guest waits for after scanning, on a slow phone. Foyer and the bare page take turns; the peers join some rounds. */
export const loadTimes: BenchmarkGroup = {
  names: ['guest.lcp_ratio', 'guest.usable_ratio', 'guest.tbt_ms', 'guest.cls'],
  measure: (setting) =>
    withPeers(setting, async (stage) => {
      const rounds = setting.quick ? 3 : 11;
      const peerRounds = setting.quick ? 1 : 3;
      const runs = await takeTurns(stage, rounds, peerRounds, setting.say);
      return figuresOf(runs);
    }),
};

type Subject = 'foyer' | 'bare' | 'surveyjs' | 'formio';
type Runs = Record<Subject, LoadTimes[]>;

async function takeTurns(
  stage: PeerStage,
  rounds: number,
  peerRounds: number,
  say: (line: string) => void,
): Promise<Runs> {
  const { browser, hotel, bare, surveyjs, formio } = stage;
  const runs: Runs = { foyer: [], bare: [], surveyjs: [], formio: [] };
  const urls: Record<Subject, string> = { foyer: hotel.posters.reception, bare, surveyjs, formio };
  // The first load of each kind warms the servers and the machine's file cache; it isn't counted.
  await measureLoad(browser, urls.bare);
  await measureLoad(browser, urls.foyer);
  for (let turn = 0; turn < rounds; turn += 1) {
    const pair: Subject[] = turn % 2 === 0 ? ['foyer', 'bare'] : ['bare', 'foyer'];
    const peers: Subject[] = turn < peerRounds ? ['surveyjs', 'formio'] : [];
    for (const subject of [...pair, ...peers]) {
      const times = await measureLoad(browser, urls[subject]);
      runs[subject].push(times);
      say(`${turn + 1}/${rounds} ${subject}: ${describe(times)}`);
    }
  }
  return runs;
}

function describe({ lcp, usable, lost, tbt, cls }: LoadTimes): string {
  return `LCP ${lcp.toFixed(0)} ms, usable ${usable.toFixed(0)} ms (${lost} lost), TBT ${tbt.toFixed(0)} ms, CLS ${cls.toFixed(3)}`;
}

function figuresOf(runs: Runs): Figure[] {
  const middle = (subject: Subject, what: keyof LoadTimes) => median(runs[subject].map((times) => times[what]));
  const ratio = (subject: Subject, what: 'lcp' | 'usable') => round(middle(subject, what) / middle('bare', what), 3);
  const ratioFigure = (name: string, what: 'lcp' | 'usable', goal: string): Figure => ({
    name,
    value: ratio('foyer', what),
    unit: '×',
    goal,
    baseline: {
      surveyjs: ratio('surveyjs', what),
      formio: ratio('formio', what),
      foyer_ms: round(middle('foyer', what), 0),
      bare_ms: round(middle('bare', what), 0),
      surveyjs_ms: round(middle('surveyjs', what), 0),
      formio_ms: round(middle('formio', what), 0),
    },
  });
  const plainFigure = (name: string, what: 'tbt' | 'cls', unit: string, goal: string, digits: number): Figure => ({
    name,
    value: round(middle('foyer', what), digits),
    unit,
    goal,
    baseline: {
      bare: round(middle('bare', what), digits),
      surveyjs: round(middle('surveyjs', what), digits),
      formio: round(middle('formio', what), digits),
      worst_run: round(Math.max(...runs.foyer.map((times) => times[what])), digits),
    },
  });
  return [
    ratioFigure('guest.lcp_ratio', 'lcp', '<= 1.15'),
    ratioFigure('guest.usable_ratio', 'usable', '<= 1.3'),
    plainFigure('guest.tbt_ms', 'tbt', 'ms', '<= 50', 0),
    plainFigure('guest.cls', 'cls', '', '<= 0.02', 4),
  ];
}
