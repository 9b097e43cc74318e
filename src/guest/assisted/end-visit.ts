/**
 * Ends a visit: everything leaves the page, then another page takes its place in the history, so that there is no way back to it.
 * A page that goes any other way is emptied as well, and one that comes back out of the browser's store of pages begins anew.
 *
 * @param clear takes everything off the page
 */
export function endVisit(window: Window, next: string, clear: () => void): { readonly end: () => void } {
  let touched = false;
  const warn = (event: BeforeUnloadEvent) => {
    if (touched) event.preventDefault();
  };
  const empty = () => {
    window.removeEventListener('beforeunload', warn);
    clear();
    window.document.title = '';
  };
  const touch = () => {
    touched = true;
  };
  window.document.addEventListener('input', touch, { once: true, capture: true });
  // A slip of the finger at the edge of the screen must not cost a guest everything typed.
  window.addEventListener('beforeunload', warn);
  window.addEventListener('pagehide', empty);
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) window.location.reload();
  });
  return {
    end: () => {
      empty();
      window.location.replace(next);
    },
  };
}
