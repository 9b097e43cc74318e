/** Does what only one tab may do at a time; `taken` where another one is at it. */
export type Turn = <Value>(name: string, work: () => Promise<Value>) => Promise<Value | 'taken'>;

/**
 * Turns by the browser's own locks, which end with the tab that held them. Where there are none everybody has a turn: the hotel takes
 * the same bytes twice as one registration.
 */
export function browserTurn(locks: LockManager | undefined): Turn {
  return async (name, work) => {
    if (locks === undefined) return work();
    let began = false;
    try {
      return await locks.request(`foyer ${name}`, { ifAvailable: true }, async (lock) => {
        if (lock === null) return 'taken';
        began = true;
        return work();
      });
    } catch (error) {
      // Storage is blocked here, and the locks with it.
      if (!began) return work();
      throw error;
    }
  };
}
