/** Characters of a file's beginning that tell what it is. */
const beginning = 64;

/** Whether a file says it is an exported log. */
export async function isLogFile(file: Blob): Promise<boolean> {
  return (await file.slice(0, beginning).text()).includes('"foyer-log-export/');
}
