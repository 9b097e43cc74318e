import { type RefObject, useEffect } from 'react';

/** The key that says "next" on a phone's keyboard goes to the next field, as it says, instead of sending the form. */
export function useNextOnEnter(form: RefObject<HTMLFormElement | null>): void {
  useEffect(() => {
    const element = form.current;
    if (element === null) return undefined;
    const pressed = (event: KeyboardEvent) => {
      const { target } = event;
      if (event.key !== 'Enter' || !(target instanceof HTMLInputElement) || target.enterKeyHint !== 'next') return;
      const fields = [...element.querySelectorAll<HTMLElement>('input, select, textarea')];
      const next = fields[fields.indexOf(target) + 1];
      if (next === undefined) return;
      event.preventDefault();
      next.focus();
    };
    element.addEventListener('keydown', pressed);
    return () => element.removeEventListener('keydown', pressed);
  }, [form]);
}
