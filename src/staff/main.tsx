import { createRoot } from 'react-dom/client';
import { languages } from '../protocol/languages.ts';
import { randomBytes } from '../crypto/random-bytes.ts';
import { loadStaffCatalogue } from '../ui/messages/load-staff-catalogue.ts';
import { pickLanguage } from '../ui/messages/pick-language.ts';
import '../ui/tokens.css';
import '../ui/base.css';
import './app/paper.css';
import { staffDoor } from './api/staff-api.ts';
import { createChime } from './app/chime.ts';
import { startCodeReader } from './app/code-reader.ts';
import { deviceMemory } from './app/device-memory.ts';
import { LanguageChoice } from './app/language-choice.tsx';
import { cameraOf } from './app/open-camera.ts';
import { registerWorker } from './app/register-worker.ts';
import { createScriptPolicy } from './app/script-policy.ts';
import { keepMade, takeStaffAddress } from './app/staff-address.ts';
import { StaffApp } from './app/staff-app.tsx';
import { type Tools, ToolsProvider } from './app/tools.tsx';
import { startExportThread } from './exports/export-thread.ts';
import { deviceKind } from './session/device-kind.ts';
import { passkeyDevice } from './passkeys/passkey-device.ts';
import { startListThread } from './list/list-thread.ts';
import { stretchInThread } from './session/stretch-thread.ts';
import { rememberedTeams } from './team/seen-teams.ts';
import { rememberedManifests } from './session/seen-manifests.ts';
import { deviceTimers } from './session/timers.ts';

async function start(element: HTMLElement): Promise<void> {
  // Nobody is ever asked to install the app; the browser's own menu offers it to whoever looks for it.
  window.addEventListener('beforeinstallprompt', (event) => event.preventDefault());
  const chime = createChime(() => new AudioContext());
  const policy = createScriptPolicy(window);
  const makeWorker = (address: string) => new Worker(policy(address), { type: 'module' });
  const memory = deviceMemory(() => localStorage);
  const tools: Tools = {
    door: staffDoor(
      (url, init) => fetch(url, init),
      '',
      deviceTimers,
      deviceKind(navigator),
      stretchInThread(makeWorker),
      rememberedTeams(memory),
      rememberedManifests(memory),
    ),
    timers: deviceTimers,
    random: randomBytes,
    memory,
    answers: () => sessionStorage,
    passkeys: passkeyDevice(window),
    isOnline: () => navigator.onLine,
    openListThread: (hear) =>
      startListThread((address, name) => new Worker(policy(address), { type: 'module', name }), hear, randomBytes),
    openExportThread: (hear) => startExportThread(makeWorker, hear),
    openCamera: cameraOf(navigator),
    openCodeReader: () => startCodeReader(makeWorker),
    leaveFor: (address) => location.replace(address),
    isSecure: window.isSecureContext,
    chime: chime.play,
    allowSound: chime.allow,
  };
  const address = takeStaffAddress(location, history, memory);
  const language = memory.read().language ?? pickLanguage(languages, navigator.languages);
  const catalogue = await loadStaffCatalogue(language);
  createRoot(element).render(
    <ToolsProvider tools={tools}>
      <LanguageChoice initial={{ language, catalogue }}>
        <StaffApp
          address={address}
          showAddress={(path) => history.replaceState(null, '', path)}
          onMade={(made) => keepMade(history, made)}
        />
      </LanguageChoice>
    </ToolsProvider>,
  );
  await registerWorker(window, policy);
}

const element = document.getElementById('app');
if (element !== null) {
  start(element).catch(() => {
    // Before any words could be fetched, so in both languages.
    element.textContent =
      '连不上服务器，请检查网络后刷新页面。 The server can’t be reached. Check the network and load the page again.';
  });
}
