import '../ui/tokens.css';
import '../ui/base.css';
import './shell.css';
import { pages } from '../protocol/pages.ts';
import { inItsOwnTask } from './app/in-its-own-task.ts';
import { loadSchemas, loadStart } from './app/load-parts.ts';
import { takeSecret } from './registration/take-secret.ts';

// Before anything else: what opens a registration must not stay in the address.
const secret = window.location.pathname.replace(/\/$/, '') === pages.registration ? takeSecret(window) : null;
const app = document.getElementById('app');
if (app !== null) begin(app).catch(() => sayUnfinished(app));

async function begin(container: HTMLElement): Promise<void> {
  await inItsOwnTask(loadSchemas);
  const { start } = await inItsOwnTask(loadStart);
  await start(container, secret);
}

/** Above what there is to read. Before any words could be fetched, so in both languages. */
function sayUnfinished(container: HTMLElement): void {
  const note = document.createElement('p');
  note.className = 'shell-words';
  note.setAttribute('role', 'alert');
  note.textContent =
    '页面没有加载完整，请检查网络后刷新；也可以直接到前台办理。 This page didn’t load completely. Check the network and load it again, or simply go to the desk.';
  container.before(note);
}
