/** Envelope ids of one registration. */
export const envelopePlaces = 16;
export const deskPlace = 15;

const entriesPerProperty = 2 ** 40;
const nodesPerProperty = 2 ** 41;

/** Row id of a log entry or a checkpoint of `size`. */
export function logId(property: number, n: number): number {
  return property * entriesPerProperty + n;
}

/** The number within a property of a log row's id. */
export function logNumber(id: number): number {
  return id % entriesPerProperty;
}

/** Row id of a tree node, numbered in order (left subtree, node, right subtree), so that appending writes near the table's end. */
export function nodeId(property: number, level: number, position: number): number {
  return property * nodesPerProperty + position * 2 ** (level + 1) + 2 ** level - 1;
}
