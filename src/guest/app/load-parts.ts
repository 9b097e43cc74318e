// The parts of a visit that are fetched when they are near. They are fetched from here and nowhere else (but for words, one
// file a language, and the phone numbers' rules): a fetch that starts from the first part knows that the first part's styles are already in the page.

// The page's first tasks, one after another: the library that checks what came, the start, the screens.
export const loadSchemas = () => import('../../protocol/languages.ts');
export const loadStart = () => import('../start.ts');
export const loadScreens = () => import('./first-screens.tsx');
export const loadTrust = () => import('../registration/check-published.ts');
export const loadFormFlow = () => import('../form/form-flow.tsx');
export const loadDeviceOutbox = () => import('../outbox/device-outbox.ts');
export const loadArrivalFetched = () => import('./arrival-fetched.tsx');
export const loadAssisted = () => import('../assisted/start-assisted.tsx');
export const loadVerifyPage = () => import('../verify/verify-page.tsx');
export const loadVerifyLog = () => import('../verify/verify-log.tsx');
export const loadMyRegistrationPage = () => import('../my-registration/my-registration-page.tsx');
export const loadCompanions = () => import('../companions/companions-section.tsx');
export const loadAfterSealing = () => import('../companions/after-sealing.tsx');
export const loadCompanionNote = () => import('../companions/companion-note.tsx');
export const loadHandedBack = () => import('../companions/handed-back.tsx');
export const loadReturning = async () => (await import('../returning/returning.ts')).returning;
export const loadCorrectPage = () => import('../my-registration/correct-page.tsx');
export const loadRulesPage = () => import('../my-registration/rules-page.tsx');
export const loadAskedAgain = () => import('../my-registration/asked-again.tsx');
export const loadCopyPage = () => import('../my-registration/copy-page.tsx');

export const loadKeptPages = () => import('../outbox/kept-pages.tsx');
export const loadNewRules = () => import('../form/new-rules.tsx');
export const loadFinishParts = () => import('../form/finish.ts');
export const loadGuestApiParts = () => import('../registration/guest-api.ts');
