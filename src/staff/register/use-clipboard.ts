import { useCallback, useEffect, useRef, useState } from 'react';
import type { RegisterLine } from '../../pii/register-lines.ts';
import { useTools } from '../app/tools.tsx';

/** Milliseconds after which a copied field leaves the clipboard by itself, where the browser allows it. */
const held = 60_000;

export type Clipboard =
  | { readonly state: 'empty' }
  | { readonly state: 'cleared' }
  | { readonly state: 'stuck' }
  | { readonly state: 'refused' }
  | { readonly state: 'held'; readonly line: RegisterLine };

export interface FieldClipboard {
  readonly clipboard: Clipboard;
  /** False where the browser lets no page copy. */
  readonly copy: (line: RegisterLine) => Promise<boolean>;
  readonly clear: () => void;
}

/** Copies one field at a time, and takes the last one out again: a guest's details don't stay in a shared tablet's clipboard. */
export function useFieldClipboard(): FieldClipboard {
  const { timers } = useTools();
  const [clipboard, setClipboard] = useState<Clipboard>({ state: 'empty' });
  const callOff = useRef(() => {});
  const filled = useRef(false);
  const write = useCallback(async (text: string, refused: Clipboard, then: Clipboard) => {
    callOff.current();
    try {
      await navigator.clipboard.writeText(text);
      filled.current = text !== '';
      setClipboard(then);
      return true;
    } catch {
      setClipboard(refused);
      return false;
    }
  }, []);
  const clear = useCallback(() => void write('', { state: 'stuck' }, { state: 'cleared' }), [write]);
  const copy = useCallback(
    async (line: RegisterLine) => {
      const copied = await write(line.value, { state: 'refused' }, { state: 'held', line });
      if (filled.current) callOff.current = timers.after(held, clear);
      return copied;
    },
    [write, timers, clear],
  );
  useEffect(
    () => () => {
      callOff.current();
      // Nobody is left to be told; where the browser refuses, the next copy anywhere replaces it.
      if (filled.current) navigator.clipboard.writeText('').catch(() => undefined);
    },
    [],
  );
  return { clipboard, copy, clear };
}
