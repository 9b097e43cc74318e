// npm run bench [-- --json] [-- --quick] [-- --only guest.lcp_ratio,live.p95_ms]

import { availableParallelism, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { type BenchmarkGroup, type Figure, meetsGoal } from './benchmark.ts';
import { firstLoad } from './groups/first-load.ts';
import { live } from './groups/live.ts';
import { offlineReload } from './groups/offline-reload.ts';
import { loadTimes } from './groups/load-times.ts';
import { sealing } from './groups/sealing.ts';
import { staffExport } from './groups/staff-export.ts';
import { staffList } from './groups/staff-list.ts';
import { printFigures } from './print-figures.ts';

const groups: readonly BenchmarkGroup[] = [firstLoad, loadTimes, sealing, offlineReload, live, staffList, staffExport];

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
    only: { type: 'string', multiple: true, default: [] },
  },
});
const known = groups.flatMap(({ names }) => names);
const only = values.only.flatMap((names) => names.split(','));
const unknown = only.filter((name) => !known.includes(name));
if (unknown.length > 0) throw new Error(`There is no benchmark ${unknown.join(', ')}. There are ${known.join(', ')}.`);

const setting = { quick: values.quick, say: (line: string) => console.error(line) };
const [load = 0] = loadavg();
if (load > availableParallelism() / 2) {
  setting.say(
    `This machine is busy (load ${load.toFixed(1)} on ${availableParallelism()} cores): times are longer than they are.`,
  );
}
const wanted = (name: string) => only.length === 0 || only.includes(name);
const figures: Figure[] = [];
for (const group of groups.filter(({ names }) => names.some(wanted))) {
  const measured = (await group.measure(setting)).filter(({ name }) => wanted(name));
  figures.push(...measured);
  if (values.json) for (const figure of measured) console.log(JSON.stringify(figure));
}
if (!values.json) {
  console.log(printFigures(figures));
  console.log(`\n${figures.filter(meetsGoal).length} of ${figures.length} goals met.`);
}
