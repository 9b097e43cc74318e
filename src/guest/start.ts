import { randomBytes } from '../crypto/random-bytes.ts';
import { parseAssistedVisit } from '../protocol/assisted-address.ts';
import { languages } from '../protocol/languages.ts';
import { parseNotice } from '../protocol/notice.ts';
import { readEmbedded } from '../protocol/embedded.ts';
import { pages } from '../protocol/pages.ts';
import { welcomeDataId } from '../protocol/welcome-page.ts';
import { loadGuestCatalogue } from '../ui/messages/load-guest-catalogue.ts';
import { loadRegistrationCatalogue } from '../ui/messages/load-registration-catalogue.ts';
import { pickLanguage } from '../ui/messages/pick-language.ts';
import { inItsOwnTask } from './app/in-its-own-task.ts';
import { loadArrivalFetched, loadAssisted, loadKeptPages, loadScreens, loadTrust } from './app/load-parts.ts';
import { applyWords } from './app/words.ts';
import { deviceCheckpointMemory } from './phone/checkpoint-memory.ts';
import { deviceOutboxMemory } from './phone/device-outbox-memory.ts';
import { type Device, isInApp } from './phone/device.ts';
import { findDatabase } from './phone/find-database.ts';
import type { OutboxMemory } from './phone/outbox-memory.ts';
import { registerWorker } from './phone/register-worker.ts';
import { deviceSequenceMemory } from './phone/sequence-memory.ts';
import { browserTrail } from './phone/trail.ts';
import { lateGuestApi } from './registration/late-guest-api.ts';

/** Opens the page that was asked for. `secret`: what stood behind # of a registration's address. */
export async function start(container: HTMLElement, secret: string | null): Promise<void> {
  // Nobody is ever asked to install the app; the browser's own menu offers it to whoever looks for it.
  window.addEventListener('beforeinstallprompt', (event) => event.preventDefault());
  const device = thisDevice();
  const { later } = device;
  // The hotel's own tablet keeps nothing of a visit, and has the desk's worker.
  const visit = parseAssistedVisit(window.location);
  if (visit === null) {
    const work = () => later(1500, () => void registerWorker(window, later));
    if (document.readyState === 'complete') work();
    else window.addEventListener('load', work);
  }
  const property = /^\/p\/([^/]+)\/?$/.exec(window.location.pathname)?.[1];
  const embedded =
    property === undefined ? null : readEmbedded(document.getElementById(welcomeDataId)?.textContent ?? '');
  const language = embedded?.language ?? wantedLanguage();
  const path = window.location.pathname.replace(/\/$/, '');
  const afterwards = path === pages.registration || path === pages.verify;
  const coming = (afterwards ? loadRegistrationCatalogue : loadGuestCatalogue)(language);
  // Waited for below, and its failure told there.
  coming.catch(() => undefined);
  // Only the phone's own cache gives a poster's page without its notice: what it keeps is looked for at once.
  if (property !== undefined && embedded === null) fetchKept(device.outbox).catch(() => undefined);
  const notice = embedded === null ? null : await inItsOwnTask(() => parseNotice(embedded.notice));
  const screens = await inItsOwnTask(loadScreens);
  // What fails here is asked for again, and said, where it is needed.
  if (embedded !== null) loadTrust().catch(() => undefined);
  const words = { language, catalogue: await coming };
  if (!window.isSecureContext) {
    screens.showInsecurePage(container, words);
    return;
  }
  if (visit !== null) {
    // Nothing a browser brought back into the page's fields is shown or read.
    container.replaceChildren();
    const { startAssisted } = await loadAssisted();
    await startAssisted({ container, device, visit, words, published: embedded });
    return;
  }
  if (property !== undefined && embedded !== null && notice !== null) {
    await inItsOwnTask(() =>
      screens.reviveWelcome(container, { property, published: embedded, notice, words, device }),
    );
    return;
  }
  applyWords(document, language, document.title);
  const shown = { device, words };
  if (path === pages.registration) await screens.showMyRegistration(container, { ...shown, secret });
  else if (path === pages.verify) await screens.showVerify(container, shown);
  else await screens.showFetchedArrival(container, { ...shown, property: property ?? '' });
}

async function fetchKept(outbox: OutboxMemory): Promise<void> {
  if (await outbox.anything()) await Promise.all([loadArrivalFetched(), loadKeptPages(), outbox.open()]);
}

function thisDevice(): Device {
  const later: Device['later'] = (milliseconds, callback) => {
    const timer = setTimeout(callback, milliseconds);
    return () => clearTimeout(timer);
  };
  const indexedDB = findDatabase(window);
  return {
    api: lateGuestApi({ fetch: (input, init) => fetch(input, init), origin: '' }),
    clock: Date.now,
    random: randomBytes,
    later,
    sequences: deviceSequenceMemory({ indexedDB, later }),
    checkpoints: deviceCheckpointMemory({ indexedDB, later }),
    outbox: deviceOutboxMemory(window, later, randomBytes),
    window,
    trail: browserTrail(window),
    origin: window.location.origin,
    inApp: isInApp(navigator.userAgent),
  };
}

function wantedLanguage() {
  const asked = new URL(window.location.href).searchParams.get('lang');
  return pickLanguage(languages, asked === null ? navigator.languages : [asked, ...navigator.languages]);
}
