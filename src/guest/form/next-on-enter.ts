import type { KeyboardEvent } from 'react';

/** The key that says "next" on a phone's keyboard goes to the next field, as it says, instead of sending the form. */
export function nextOnEnter(event: KeyboardEvent<HTMLFormElement>): void {
  const { target, currentTarget } = event;
  if (event.key !== 'Enter' || !(target instanceof HTMLInputElement) || target.enterKeyHint !== 'next') return;
  const fields = [...currentTarget.querySelectorAll<HTMLElement>('input, select, textarea')];
  const next = fields[fields.indexOf(target) + 1];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}
