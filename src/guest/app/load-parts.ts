// The parts of a visit that are fetched when they are near. They are named here and nowhere else: a fetch that starts from the
// first part knows that the first part's styles are already in the page.

export const loadFormFlow = () => import('../form/form-flow.tsx');
export const loadFinish = () => import('../form/finish.ts');
export const loadCorrectPage = () => import('../my-registration/correct-page.tsx');
export const loadRulesPage = () => import('../my-registration/rules-page.tsx');
export const loadCopyPage = () => import('../my-registration/copy-page.tsx');
