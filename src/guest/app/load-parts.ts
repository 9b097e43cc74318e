import type { finish } from '../form/finish.ts';
import type { keptPages } from '../outbox/kept-pages.tsx';
import { Refusal } from '../../protocol/problems.ts';
import type { GuestApi, GuestApiInput } from '../registration/guest-api.ts';

// The parts of a visit that are fetched when they are near. They are named here and nowhere else: a fetch that starts from the
// first part knows that the first part's styles are already in the page.

export const loadScreens = () => import('./first-screens.tsx');
export const loadTrust = () => import('../registration/check-published.ts');
export const loadFormFlow = () => import('../form/form-flow.tsx');
export const loadDeviceOutbox = () => import('../outbox/device-outbox.ts');
export const loadArrivalFetched = () => import('./arrival-fetched.tsx');
export const loadVerifyPage = () => import('../verify/verify-page.tsx');
export const loadMyRegistrationPage = () => import('../my-registration/my-registration-page.tsx');
export const loadCorrectPage = () => import('../my-registration/correct-page.tsx');
export const loadRulesPage = () => import('../my-registration/rules-page.tsx');
export const loadCopyPage = () => import('../my-registration/copy-page.tsx');

/** What this phone keeps from an earlier visit. */
export async function loadKeptPages(): Promise<typeof keptPages> {
  return (await import('../outbox/kept-pages.tsx')).keptPages;
}

/** Throws Refusal `offline` where it can't be fetched: the connection went before the last part had come. */
export async function loadFinish(): Promise<typeof finish> {
  try {
    return (await import('../form/finish.ts')).finish;
  } catch {
    throw new Refusal('offline');
  }
}

/** Throws Refusal `offline` where it can't be fetched. */
export async function loadGuestApi(input: GuestApiInput): Promise<GuestApi> {
  try {
    return (await import('../registration/guest-api.ts')).createGuestApi(input);
  } catch {
    throw new Refusal('offline');
  }
}
