import type { GuestStore } from '../guest-store.ts';
import { guarded } from './guarded.ts';
import type { ReadParts } from './read-parts.ts';
import { envelopesOf, eventsOf, receiptsOf } from './registration-history.ts';
import { type RegistrationRow, toStored } from './registration-rows.ts';

/** Reads of `GuestStore`; a registration comes with the size of the tree that made it durable. */
export function guestReads({ tables, log, of }: ReadParts): GuestStore {
  const stored = (row: RegistrationRow | null) =>
    row === null ? null : toStored(row, log.sizeCovering(row.owner, row.leaf));
  return {
    registration: async (registration) => guarded(() => stored(tables.registrations.byId(registration))),
    registrationOfGuest: async (lookupHash) => guarded(() => stored(tables.registrations.byLookup(lookupHash))),
    envelopes: async (registration) => guarded(() => envelopesOf(tables, registration)),
    events: async (registration) => guarded(() => eventsOf(tables, registration)),
    receipts: async (registration) => guarded(() => receiptsOf(tables, log, registration)),
    requests: async (property, limit) => of(property, [], (row) => tables.requests.list(row, limit)),
    request: async (property, request) => of(property, null, (row) => tables.requests.get(row, request)),
    requestsOf: async (registration) => guarded(() => tables.requests.of(registration)),
    approvals: async (property, since) => of(property, [], (row) => tables.approvals.list(row, since)),
    approval: async (property, approval) => of(property, null, (row) => tables.approvals.get(row, approval)),
    rows: async (property, after, limit) =>
      of(property, [], (row) => tables.registrations.rows(row, 'after', after, limit)),
    rowsBefore: async (property, before, limit) =>
      of(property, [], (row) => tables.registrations.rows(row, 'before', before, limit)),
    lastChange: async (property) => of(property, 0, (row) => tables.registrations.lastChange(row)),
  };
}
