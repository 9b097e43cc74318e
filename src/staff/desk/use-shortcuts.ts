import { useEffect, useRef } from 'react';

export type Shortcuts = Readonly<Record<string, () => void>>;

const typing = 'input:not([type="checkbox"]):not([type="radio"]), textarea, select, [contenteditable="true"]';

/**
 * Keys for people with a keyboard, heard wherever nothing is being typed and no dialog is open. Keys that type a letter are left
 * alone when `singleKeys` is off (WCAG 2.1.4).
 */
export function useShortcuts(singleKeys: boolean, shortcuts: Shortcuts): void {
  const current = useRef(shortcuts);
  useEffect(() => {
    current.current = shortcuts;
  });
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      if (event.key.length === 1 && !singleKeys) return;
      const isTyping = event.target instanceof Element && event.target.closest(typing) !== null;
      if (isTyping || document.querySelector('dialog[open]') !== null) return;
      const act = current.current[event.key];
      if (act === undefined) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, [singleKeys]);
}
