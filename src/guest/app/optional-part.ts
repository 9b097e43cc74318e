import { type ComponentType, lazy } from 'react';

/** A part of a screen that is fetched when it is shown, and simply isn't there where it can't be: the screen goes on without it. */
export function optionalPart<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  return lazy(async (): Promise<{ default: ComponentType<Props> }> => {
    try {
      return { default: await load() };
    } catch {
      return { default: () => null };
    }
  });
}
