import { Refusal } from '../../protocol/problems.ts';
import type { OpenExportThread, WholeTable } from './export-messages.ts';

/** Has a whole table written as a file, in a thread of its own that ends with it. Throws Refusal. */
export function writeTable(openThread: OpenExportThread, table: WholeTable): Promise<Blob> {
  return new Promise((resolve, reject) => {
    const thread = openThread((message) => {
      thread.end();
      if (message.kind === 'made' && message.made.file !== null) resolve(message.made.file);
      else reject(new Refusal(message.kind === 'refused' ? message.problem : 'internal'));
    });
    thread.post({ kind: 'table', table });
  });
}
