/** Where the page's first script (index.html) leaves the fragment it took out of the address before anything was painted. */
interface EarlyFragment {
  foyerFragment?: unknown;
}

/** Reads the secret, once, and takes it out of the address bar, before a picture of the screen or a history shows it. */
export function takeSecret(window: Window & EarlyFragment): string | null {
  const { foyerFragment: early } = window;
  delete window.foyerFragment;
  const { hash, pathname, search } = window.location;
  if (hash !== '') window.history.replaceState(null, '', pathname + search);
  return parseSecretFragment(hash) ?? (typeof early === 'string' ? parseSecretFragment(early) : null);
}

/** Reads the guest's own link, `#<secret>`: 43 characters. Null when there is none. */
export function parseSecretFragment(hash: string): string | null {
  return /^#?(?<secret>[A-Za-z0-9_-]{43})(?![A-Za-z0-9_-])/.exec(hash)?.groups?.['secret'] ?? null;
}
