// Pictures of every screen and state of the product, and one sheet with all of them: `npm run shots [-- --only guest-,desk-]`.
// `--many 100000`: that many guests where there are many.
// `npm run shots -- --readme` takes the README's picture instead.

import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { languages } from '../../src/protocol/languages.ts';
import { loadCompanionWords } from '../../src/ui/messages/load-companion-words.ts';
import { loadExportWords } from '../../src/ui/messages/load-export-words.ts';
import { loadLogCheckWords } from '../../src/ui/messages/load-log-check-words.ts';
import { loadRegistrationCatalogue } from '../../src/ui/messages/load-registration-catalogue.ts';
import { loadStaffCatalogue } from '../../src/ui/messages/load-staff-catalogue.ts';
import { loadNewRulesWords } from '../../src/ui/messages/load-new-rules-words.ts';
import { loadTemporaryWords } from '../../src/ui/messages/load-temporary-words.ts';
import { projectFolder } from '../tools/project-folder.ts';
import type { Act } from './act.ts';
import { assistedTablet } from './acts/assisted-tablet.ts';
import { deskClock } from './acts/desk-clock.ts';
import { deskFront } from './acts/desk-front.ts';
import { deskGuestFile } from './acts/desk-guest-file.ts';
import { deskEdges } from './acts/desk-edges.ts';
import { deskKept } from './acts/desk-kept.ts';
import { deskNumbers } from './acts/desk-numbers.ts';
import { deskOwner } from './acts/desk-owner.ts';
import { deskPapers } from './acts/desk-papers.ts';
import { deskPeople } from './acts/desk-people.ts';
import { deskRequests } from './acts/desk-requests.ts';
import { deskPosters } from './acts/desk-posters.ts';
import { deskTeamList } from './acts/desk-team-list.ts';
import { deskTogether } from './acts/desk-together.ts';
import { guestLater } from './acts/guest-later.ts';
import { guestRefused } from './acts/guest-refused.ts';
import { guestRegister } from './acts/guest-register.ts';
import { guestTogether } from './acts/guest-together.ts';
import { guestWelcome } from './acts/guest-welcome.ts';
import { midForm } from './acts/mid-form.ts';
import { newNotice } from './acts/new-notice.ts';
import { setUp } from './acts/set-up.ts';
import { temporaryRule } from './acts/temporary-rule.ts';
import { createCamera, type TakenPicture } from './camera.ts';
import { writeContactSheet } from './contact-sheet.ts';
import { takeReadmePicture } from './readme-picture.ts';
import { usualMany, withStage } from './with-stage.ts';

const acts: readonly Act[] = [
  guestWelcome,
  guestRegister,
  guestTogether,
  guestLater,
  guestRefused,
  setUp,
  deskFront,
  deskGuestFile,
  deskTogether,
  deskClock,
  deskRequests,
  deskPapers,
  assistedTablet,
  deskOwner,
  deskKept,
  deskPosters,
  deskNumbers,
  deskEdges,
  deskPeople,
  deskTeamList,
  newNotice,
  midForm,
  temporaryRule,
];
const atOnce = 3;

async function takeAll(only: readonly string[], many: number): Promise<number> {
  const started = performance.now();
  const folder = join(projectFolder, 'shots');
  if (only.length === 0) await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const pictures: TakenPicture[] = [];
  const failures: string[] = [];
  const wants = (name: string) => only.length === 0 || only.some((beginning) => name.startsWith(beginning));
  const waiting = acts
    .filter(({ names }) => names.some(wants))
    .flatMap((act) => languages.map((language) => ({ act, language })));
  await withStage(async ({ stage, browsers }) => {
    async function work(): Promise<void> {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        const { act, language } = next;
        const began = performance.now();
        const [guest, companions, logCheck, exports, temporary, newRules, staff] = await Promise.all([
          loadRegistrationCatalogue(language),
          loadCompanionWords(language),
          loadLogCheckWords(language),
          loadExportWords(language),
          loadTemporaryWords(language),
          loadNewRulesWords(language),
          loadStaffCatalogue(language),
        ]);
        const camera = createCamera(folder, language, wants, (picture) => pictures.push(picture));
        const failure = await stage.play(act, {
          ...camera,
          language,
          words: { ...guest, ...companions, ...logCheck, ...exports, ...temporary, ...newRules, ...staff },
        });
        const seconds = ((performance.now() - began) / 1000).toFixed(1);
        console.log(`${failure === null ? 'done' : 'FAILED'}  ${act.title}, ${language}  ${seconds} s`);
        if (failure !== null) failures.push(`${act.title}, ${language}: ${failure}`);
      }
    }
    await Promise.all(Array.from({ length: atOnce }, work));
    await writeContactSheet(
      browsers.en,
      folder,
      acts.flatMap((act) => act.names),
      pictures,
    );
  }, many);
  for (const name of acts.flatMap((act) => act.names).filter(wants)) {
    for (const language of languages) {
      const taken = pictures.some((picture) => picture.name === name && picture.language === language);
      if (!taken) failures.push(`${name} was not taken in ${language}.`);
    }
  }
  for (const failure of failures) console.error(failure);
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  console.log(`${pictures.length} pictures in ${seconds} s. All on one sheet: ${join(folder, 'contact-sheet.html')}`);
  return failures.length === 0 ? 0 : 1;
}

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    many: { type: 'string', default: String(usualMany) },
    readme: { type: 'boolean', default: false },
  },
});
if (values.readme) {
  const file = join(projectFolder, 'docs/images/screens.png');
  await withStage(async ({ stage, browsers }) => takeReadmePicture(browsers['zh-Hans'], await stage.furnish(), file));
  console.log(`Written: ${file}`);
} else {
  process.exitCode = await takeAll(
    values.only.split(',').filter((name) => name !== ''),
    Number(values.many),
  );
}
