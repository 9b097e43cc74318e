/** Reads the secret and takes it out of the address bar at once, before a picture of the screen or a history shows it. */
export function takeSecret(window: Window): string | null {
  const secret = parseSecretFragment(window.location.hash);
  if (window.location.hash !== '')
    window.history.replaceState(null, '', window.location.pathname + window.location.search);
  return secret;
}

/** Reads the guest's own link, `#<secret>`: 43 characters. Null when there is none. */
export function parseSecretFragment(hash: string): string | null {
  return /^#?(?<secret>[A-Za-z0-9_-]{43})(?![A-Za-z0-9_-])/.exec(hash)?.groups?.['secret'] ?? null;
}
