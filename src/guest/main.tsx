import { createRoot, hydrateRoot } from 'react-dom/client';
import '../ui/tokens.css';
import '../ui/base.css';
import './shell.css';
import { randomBytes } from '../crypto/random-bytes.ts';
import { publishedSchema } from '../protocol/api.ts';
import { languages } from '../protocol/languages.ts';
import { pages } from '../protocol/routes.ts';
import { parseNotice } from '../protocol/notice.ts';
import { welcomeDataId } from '../protocol/welcome-page.ts';
import { loadGuestCatalogue } from '../ui/messages/load-guest-catalogue.ts';
import { loadRegistrationCatalogue } from '../ui/messages/load-registration-catalogue.ts';
import { MessagesProvider } from '../ui/messages/messages-provider.tsx';
import { pickLanguage } from '../ui/messages/pick-language.ts';
import { ArrivalApp } from './app/arrival-app.tsx';
import { loadTrust } from './app/load-parts.ts';
import { applyWords } from './app/words.ts';
import { deviceCheckpointMemory } from './phone/checkpoint-memory.ts';
import { deviceOutboxMemory } from './phone/device-outbox-memory.ts';
import { type Device, isInApp } from './phone/device.ts';
import { findDatabase } from './phone/find-database.ts';
import { registerWorker } from './phone/register-worker.ts';
import { deviceSequenceMemory } from './phone/sequence-memory.ts';
import { createGuestApi } from './registration/guest-api.ts';
import { parsePosterFragment } from './registration/poster-fragment.ts';
import { takeSecret } from './registration/take-secret.ts';
import { RefusalScreen } from './welcome/refusal-screen.tsx';

const later: Device['later'] = (milliseconds, callback) => {
  const timer = setTimeout(callback, milliseconds);
  return () => clearTimeout(timer);
};
const indexedDB = findDatabase(window);
const device: Device = {
  api: createGuestApi({ fetch: (input, init) => fetch(input, init), origin: '' }),
  clock: Date.now,
  random: randomBytes,
  later,
  sequences: deviceSequenceMemory({ indexedDB, later }),
  checkpoints: deviceCheckpointMemory({ indexedDB, later }),
  outbox: deviceOutboxMemory(window, later, randomBytes),
  window,
  origin: window.location.origin,
  inApp: isInApp(navigator.userAgent),
};

const app = document.getElementById('app');
if (app !== null) void start(app);
window.addEventListener('load', () => later(1500, () => void registerWorker(window, later)));
if (document.readyState === 'complete') later(1500, () => void registerWorker(window, later));

async function start(container: HTMLElement): Promise<void> {
  const property = /^\/p\/([^/]+)\/?$/.exec(window.location.pathname)?.[1];
  const embedded = property === undefined ? null : readEmbedded();
  const language = embedded?.language ?? wantedLanguage();
  const path = window.location.pathname.replace(/\/$/, '');
  // Before anything is fetched: what opens the registration must not stay in the address.
  const secret = path === pages.registration ? takeSecret(window) : null;
  const afterwards = path === pages.registration || path === pages.verify;
  // On its way together with the words: what fails here is asked for again, and said, where it is needed.
  if (embedded !== null) loadTrust().catch(() => undefined);
  const coming = (afterwards ? loadRegistrationCatalogue : loadGuestCatalogue)(language);
  const notice = embedded === null ? null : await inItsOwnTask(() => parseNotice(embedded.notice));
  const catalogue = await coming;
  const words = { language, catalogue };
  if (!window.isSecureContext) {
    createRoot(container).render(
      <MessagesProvider {...words}>
        <RefusalScreen problem="insecure_page" window={null} />
      </MessagesProvider>,
    );
    return;
  }
  if (property !== undefined && embedded !== null && notice !== null) {
    const fragment = parsePosterFragment(window.location.hash);
    hydrateRoot(
      container,
      <ArrivalApp
        property={property}
        published={embedded}
        notice={notice}
        words={words}
        fragment={fragment}
        device={device}
      />,
    );
    return;
  }
  applyWords(document, language, document.title);
  const open = createRoot(container);
  if (path === pages.registration) {
    const { MyRegistrationPage } = await import('./my-registration/my-registration-page.tsx');
    open.render(<MyRegistrationPage device={device} words={words} secret={secret} />);
  } else if (path === pages.verify) {
    const { VerifyPage } = await import('./verify/verify-page.tsx');
    open.render(<VerifyPage device={device} words={words} />);
  } else {
    const { ArrivalFetched } = await import('./app/arrival-fetched.tsx');
    open.render(<ArrivalFetched property={property ?? ''} words={words} device={device} />);
  }
}

/** Between tasks a slow phone can answer a tap. */
function inItsOwnTask<Value>(work: () => Value): Promise<Value> {
  return new Promise((resolve, reject) => {
    later(0, () => {
      try {
        resolve(work());
      } catch (error) {
        reject(error);
      }
    });
  });
}

function readEmbedded() {
  const text = document.getElementById(welcomeDataId)?.textContent;
  if (text === undefined || text === null) return null;
  const parsed = publishedSchema.safeParse(JSON.parse(text));
  return parsed.success ? parsed.data : null;
}

function wantedLanguage() {
  const asked = new URL(window.location.href).searchParams.get('lang');
  return pickLanguage(languages, asked === null ? navigator.languages : [asked, ...navigator.languages]);
}
