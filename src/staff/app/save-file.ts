/** Hands a file made on this device to the browser to keep. */
export function saveFile(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken it by the next turn; Safari wants a little longer.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
