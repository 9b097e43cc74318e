import '../ui/tokens.css';
import '../ui/base.css';
import './shell.css';
import { pages } from '../protocol/routes.ts';
import { inItsOwnTask } from './app/in-its-own-task.ts';
import { loadSchemas, loadStart } from './app/load-parts.ts';
import { takeSecret } from './registration/take-secret.ts';

// Before anything else: what opens a registration must not stay in the address.
const secret = window.location.pathname.replace(/\/$/, '') === pages.registration ? takeSecret(window) : null;
const app = document.getElementById('app');
if (app !== null) void begin(app);

async function begin(container: HTMLElement): Promise<void> {
  await inItsOwnTask(loadSchemas);
  const { start } = await inItsOwnTask(loadStart);
  await start(container, secret);
}
