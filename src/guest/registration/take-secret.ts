import { parseSecretFragment } from './poster-fragment.ts';

/** Reads the secret and takes it out of the address bar at once, before a picture of the screen or a history shows it. */
export function takeSecret(window: Window): string | null {
  const secret = parseSecretFragment(window.location.hash);
  if (window.location.hash !== '')
    window.history.replaceState(null, '', window.location.pathname + window.location.search);
  return secret;
}
