/** The browser's database, or undefined: missing in private mode and inside other apps, and where storage is blocked even asking throws. */
export function findDatabase(window: { readonly indexedDB?: IDBFactory }): IDBFactory | undefined {
  try {
    return window.indexedDB;
  } catch {
    return undefined;
  }
}
