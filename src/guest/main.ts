import '../ui/tokens.css';
import '../ui/base.css';
import './shell.css';
import { pages } from '../protocol/routes.ts';
import { inItsOwnTask } from './app/in-its-own-task.ts';
import { loadSchemas, loadStart } from './app/load-parts.ts';
import { takeSecret } from './registration/take-secret.ts';

// Before anything else: what opens a registration must not stay in the address.
// The hotel's own tablet says what it is there, and keeps saying it over a reload.
const own =
  window.location.pathname.replace(/\/$/, '') === pages.registration && !window.location.hash.startsWith('#assisted.');
const secret = own ? takeSecret(window) : null;
const app = document.getElementById('app');
if (app !== null) void begin(app);

async function begin(container: HTMLElement): Promise<void> {
  await inItsOwnTask(loadSchemas);
  const { start } = await inItsOwnTask(loadStart);
  await start(container, secret);
}
