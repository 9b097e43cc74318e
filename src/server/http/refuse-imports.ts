import { Refusal } from '../../protocol/problems.ts';

/**
 * Where a client would look for a way to bring in a list of guests. There is none: no record without the guest's own act. They are
 * answered by name, so that whoever tries learns why instead of looking on.
 */
export const importPaths = [
  '/api/v1/imports',
  '/api/v1/staff/imports',
  '/api/v1/staff/registrations',
  '/api/v1/staff/registrations/batch',
  '/api/v1/staff/registrations/bulk',
  '/api/v1/staff/registrations/import',
  '/api/v1/properties/:property/registrations',
  '/api/v1/properties/:property/registrations/batch',
  '/api/v1/properties/:property/registrations/bulk',
  '/api/v1/properties/:property/registrations/import',
] as const;

/** What carries lists: CSV and its like, spreadsheets, JSON by lines, forms with files. */
const listTypes = /\b(?:csv|comma-separated|tab-separated|spreadsheet|excel|ndjson|jsonl|json-seq|form-data)/i;

/** Throws Refusal `import_refused` where a body says it is a list. */
export function refuseListType(contentType: string | undefined): void {
  if (listTypes.test(contentType ?? '')) throw new Refusal('import_refused', 'content-type');
}

/** Throws Refusal `import_refused` where a body is many registrations, whatever they are wrapped in. */
export function refuseList(data: unknown): void {
  const isMany =
    Array.isArray(data) || (isObject(data) && !('format' in data) && Object.values(data).some(isListOfObjects));
  if (isMany) throw new Refusal('import_refused', 'body');
}

function isListOfObjects(value: unknown): boolean {
  return Array.isArray(value) && value.some(isObject);
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
