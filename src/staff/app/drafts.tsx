import { createContext, type ReactNode, use, useCallback, useMemo, useSyncExternalStore } from 'react';
import type { DraftBook, Drafter, Drafts } from './draft-book.ts';

interface OwnDrafts {
  readonly book: DraftBook;
  readonly drafter: Drafter;
}

const DraftsContext = createContext<OwnDrafts | undefined>(undefined);

interface DraftsProviderProps extends OwnDrafts {
  readonly children: ReactNode;
}

/** Gives what is below the drafts of who is signed in. */
export function DraftsProvider({ book, drafter, children }: DraftsProviderProps) {
  const own = useMemo(() => ({ book, drafter }), [book, drafter]);
  return <DraftsContext value={own}>{children}</DraftsContext>;
}

/** One draft of who is signed in, and putting another in its place. It stays when the place or the session ends. */
export function useDraft<Kind extends keyof Drafts>(
  kind: Kind,
): readonly [Drafts[Kind], (draft: Drafts[Kind]) => void] {
  const own = use(DraftsContext);
  if (own === undefined) throw new Error('there is no DraftsProvider above');
  const { book, drafter } = own;
  const draft = useSyncExternalStore(book.subscribe, () => book.of(drafter)[kind]);
  const put = useCallback((next: Drafts[Kind]) => book.put(drafter, { [kind]: next }), [book, drafter, kind]);
  return [draft, put];
}
