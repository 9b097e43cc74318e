/** Hands a file to the browser's own downloads. */
export function saveFile(window: Window, name: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  const link = window.document.createElement('a');
  link.href = url;
  link.download = name.replace(/[\\/:*?"<>|]+/g, ' ');
  link.click();
  // The download reads it after the click; a minute is long enough for any phone.
  window.setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
