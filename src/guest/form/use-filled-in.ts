import { useCallback, useEffect, useRef, useState } from 'react';
import type { Device } from '../phone/device.ts';
import { findDatabase } from '../phone/find-database.ts';
import { loadReturning } from '../app/load-parts.ts';
import { anythingKept } from '../returning/anything-kept.ts';
import type { DetailsForm } from './form-context.ts';

/**
 * Fills the form with what its guest kept on this phone, once, where nothing has been typed yet. Choices are never kept, so there are
 * none to fill in.
 *
 * @param wanted false on a phone that isn't the guest's own
 * @param onFilled what was filled in is in the form now
 */
export function useFilledIn(device: Device, form: DetailsForm, wanted: boolean, onFilled: () => void) {
  const [filled, setFilled] = useState(false);
  const latest = useRef(onFilled);
  useEffect(() => {
    latest.current = onFilled;
  }, [onFilled]);

  useEffect(() => {
    if (!wanted) return undefined;
    let current = true;
    async function fill() {
      if (!(await anythingKept(toolsOf(device)))) return;
      const { keptDetailsStore } = await loadReturning();
      const kept = await keptDetailsStore(toolsOf(device)).recall();
      const typed = ['name', 'phone', 'email'] as const;
      if (!current || kept === null || form.getValues(typed).some((value) => value !== '')) return;
      const { name, phone, email, person } = kept;
      form.setValue('name', name);
      form.setValue('phone', phone ?? '');
      form.setValue('email', email ?? '');
      if (person !== null) form.setValue('people.0', { ...person, name: '' });
      setFilled(true);
    }
    // A phone without its storage asks, as everywhere else.
    fill().catch(() => undefined);
    return () => {
      current = false;
    };
  }, [device, form, wanted]);

  // Only once what was filled in is on the screen: a field shows itself by what is in it.
  useEffect(() => {
    if (filled) latest.current();
  }, [filled]);

  const forget = useCallback(async () => {
    const { keptDetailsStore } = await loadReturning();
    await keptDetailsStore(toolsOf(device)).forget();
  }, [device]);
  return { filled, forget };
}

function toolsOf({ window, later, random }: Device) {
  return { indexedDB: findDatabase(window), later, random };
}
