import { renderToString } from 'react-dom/server';

/** Renders the inside of `#app` for the welcome page: what a guest reads before any script runs. */
export function renderWelcome(): string {
  return renderToString(<h1>知客</h1>);
}
