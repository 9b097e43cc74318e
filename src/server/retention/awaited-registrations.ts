import type { AwaitedRegistration } from '../store/retention-store.ts';
import type { Store } from '../store/store.ts';

/** Every registration whose guest is awaited and whose record can be read, a page at a time, so that others are answered in between. */
export async function* awaitedRegistrations(
  store: Pick<Store, 'awaited'>,
  property: string,
  page = 200,
): AsyncGenerator<AwaitedRegistration[]> {
  for (let after = 0; ; ) {
    const found = await store.awaited(property, null, after, page);
    const last = found.at(-1);
    if (last === undefined) return;
    after = last.row;
    yield found.flatMap((waiting) => ('unreadable' in waiting ? [] : [waiting]));
    await new Promise((resolve) => setImmediate(resolve));
  }
}
