const printing = 'printing-slip';

/** Prints the slip and nothing else of the page. */
export function printSlip(window: Window): void {
  const { classList } = window.document.documentElement;
  classList.add(printing);
  window.addEventListener('afterprint', () => classList.remove(printing), { once: true });
  window.print();
}
