import { firstShape } from './first-shape.ts';
import { approvals } from './schema-approvals.ts';
import { keysAndPosters } from './schema-keys-and-posters.ts';

/**
 * The database's shape, as steps: step n brings `user_version` from n to n + 1. A step that has been released is never edited.
 *
 * Rowid tables with ids that only grow, so that every insert goes to a table's end. Ids, digests, keys and envelopes are BLOBs.
 * - Envelopes: id = registration's row · 16 + place in the submission; the desk's note takes place 15.
 * - Log: id = property's row · 2^40 + index (entries), + size (checkpoints), and · 2^41 + in-order number (nodes).
 */
export const migrations: readonly string[] = [
  firstShape,
  `
  -- The newest consent event and how many receipts there are. The first of each stays in the registration's own row.
  ALTER TABLE registrations ADD COLUMN events INTEGER NOT NULL DEFAULT 1;
  ALTER TABLE registrations ADD COLUMN event_hash BLOB;
  ALTER TABLE registrations ADD COLUMN receipts INTEGER NOT NULL DEFAULT 1;
  ALTER TABLE registrations ADD COLUMN withdrawn TEXT NOT NULL DEFAULT '';

  -- Number of the consent event an envelope was sealed under; the desk's note rests on none.
  ALTER TABLE envelopes ADD COLUMN event INTEGER NOT NULL DEFAULT 1;

  CREATE TABLE later_events (
    registration INTEGER NOT NULL REFERENCES registrations (id),
    number INTEGER NOT NULL,
    jws TEXT NOT NULL,
    hash BLOB NOT NULL CHECK (length(hash) = 32),
    PRIMARY KEY (registration, number)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE later_receipts (
    registration INTEGER NOT NULL REFERENCES registrations (id),
    number INTEGER NOT NULL,
    body_hash BLOB CHECK (length(body_hash) = 32),
    receipt_template INTEGER NOT NULL REFERENCES receipt_templates (id),
    receipt_parts TEXT NOT NULL,
    leaf INTEGER NOT NULL,
    manifest_sequence INTEGER NOT NULL,
    PRIMARY KEY (registration, number)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE sealed_off (
    registration INTEGER NOT NULL REFERENCES registrations (id),
    purpose TEXT NOT NULL,
    until TEXT,
    PRIMARY KEY (registration, purpose)
  ) STRICT, WITHOUT ROWID;

  -- Replayed after a restore: envelopes of these classes sealed under an event before \`through\` must not come back.
  CREATE TABLE erasures (
    id INTEGER PRIMARY KEY,
    ledger BLOB NOT NULL UNIQUE CHECK (length(ledger) = 16),
    property INTEGER NOT NULL REFERENCES properties (id),
    registration BLOB NOT NULL CHECK (length(registration) = 16),
    classes TEXT NOT NULL,
    through INTEGER NOT NULL,
    at INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE requests (
    id INTEGER PRIMARY KEY,
    request BLOB NOT NULL UNIQUE CHECK (length(request) = 16),
    property INTEGER NOT NULL REFERENCES properties (id),
    registration BLOB,
    kind TEXT NOT NULL,
    purpose TEXT,
    origin TEXT NOT NULL,
    opened_at INTEGER NOT NULL,
    due TEXT NOT NULL,
    calendar_known INTEGER NOT NULL,
    outcome TEXT NOT NULL,
    reason TEXT,
    steps TEXT NOT NULL
  ) STRICT;
  CREATE INDEX requests_open ON requests (property, due) WHERE outcome = 'open';
  CREATE INDEX requests_by_registration ON requests (registration);

  CREATE INDEX log_entries_by_registration ON log_entries (json_extract(entry, '$.registration'))
    WHERE json_extract(entry, '$.registration') IS NOT NULL;
  `,
  `
  -- The notice each held purpose was agreed to under: purpose:language:version, with commas between.
  ALTER TABLE registrations ADD COLUMN agreed TEXT NOT NULL DEFAULT '';
  `,
  `
  -- The registration a guest said to come along with.
  ALTER TABLE registrations ADD COLUMN party BLOB CHECK (length(party) = 16);
  `,
  `
  CREATE INDEX registrations_kept ON registrations (property, id) WHERE state IN ('arrived', 'departed');

  -- Whether a term was over, or somebody asked.
  ALTER TABLE erasures ADD COLUMN by_term INTEGER NOT NULL DEFAULT 0;
  CREATE INDEX erasures_by_registration ON erasures (registration);

  CREATE TABLE certificates (
    id INTEGER PRIMARY KEY,
    property INTEGER NOT NULL REFERENCES properties (id),
    at INTEGER NOT NULL,
    leaf INTEGER NOT NULL,
    manifest_sequence INTEGER NOT NULL,
    text TEXT NOT NULL
  ) STRICT;
  CREATE INDEX certificates_of ON certificates (property, id);

  -- One row: the time terms are counted by.
  CREATE TABLE counted_time (id INTEGER PRIMARY KEY CHECK (id = 1), at INTEGER NOT NULL) STRICT;
  `,
  `
  -- Checkpoints that were printed, mailed or saved. Log: id as of a checkpoint; the note itself is in log_checkpoints.
  CREATE TABLE anchors (
    id INTEGER PRIMARY KEY,
    checkpoint INTEGER NOT NULL REFERENCES log_checkpoints (id),
    at INTEGER NOT NULL,
    actor BLOB NOT NULL CHECK (length(actor) = 16),
    way TEXT NOT NULL
  ) STRICT;
  CREATE INDEX anchors_by_checkpoint ON anchors (checkpoint);
  `,
  `
  CREATE TABLE settings (
    property INTEGER PRIMARY KEY REFERENCES properties (id),
    settings TEXT NOT NULL,
    revision INTEGER NOT NULL,
    at INTEGER NOT NULL
  ) STRICT;

  -- The running number of a guest's file, given at the arrival and never to another guest.
  ALTER TABLE properties ADD COLUMN last_file_number INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE registrations ADD COLUMN file_number INTEGER;
  `,
  `
  -- When the session's person last proved themselves, and what kind of device they said they use.
  ALTER TABLE sessions ADD COLUMN proven_at INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE sessions ADD COLUMN device TEXT NOT NULL DEFAULT 'other';
  `,
  `
  -- An owner's who was invited; others have the root among their wrapped keys.
  ALTER TABLE people ADD COLUMN sealed_root TEXT;

  -- Names, keys and the sealed secret are only there while an invitation waits.
  CREATE TABLE invitations (
    id INTEGER PRIMARY KEY,
    property INTEGER NOT NULL REFERENCES properties (id),
    invitation BLOB NOT NULL UNIQUE CHECK (length(invitation) = 16),
    token_hash BLOB NOT NULL UNIQUE CHECK (length(token_hash) = 32),
    invited_by BLOB NOT NULL CHECK (length(invited_by) = 16),
    state TEXT NOT NULL,
    expires_at INTEGER NOT NULL,
    handle TEXT,
    invited TEXT,
    answer TEXT
  ) STRICT;
  `,
  `
  -- Whom the police have been told of. \`event\` is the newest consent event then.
  CREATE TABLE hand_overs (
    registration INTEGER PRIMARY KEY REFERENCES registrations (id),
    at INTEGER NOT NULL,
    actor BLOB NOT NULL CHECK (length(actor) = 16),
    way TEXT NOT NULL,
    event INTEGER NOT NULL
  ) STRICT;
  `,
  keysAndPosters,
  `
  -- The sequence the current epoch began with: what was sealed for an earlier manifest is not taken in.
  ALTER TABLE properties ADD COLUMN epoch_since INTEGER NOT NULL DEFAULT 0;
  `,
  `
  CREATE TABLE passkeys (
    id INTEGER PRIMARY KEY,
    passkey BLOB NOT NULL UNIQUE CHECK (length(passkey) = 16),
    person INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    credential BLOB NOT NULL UNIQUE,
    public_key BLOB NOT NULL,
    counter INTEGER NOT NULL,
    name TEXT NOT NULL,
    -- The person's private keys under the passkey's PRF, where it has one.
    wrapped TEXT,
    added_at INTEGER NOT NULL,
    used_at INTEGER
  ) STRICT;
  CREATE INDEX passkeys_of ON passkeys (person);
  `,
  `
  -- The register of paper: sheets guests filled in by hand, without anything that names them. Parts: one for each use on a sheet.
  CREATE TABLE paper_records (
    id INTEGER PRIMARY KEY,
    property INTEGER NOT NULL REFERENCES properties (id),
    record BLOB NOT NULL UNIQUE CHECK (length(record) = 16),
    number INTEGER NOT NULL,
    at INTEGER NOT NULL,
    actor BLOB NOT NULL CHECK (length(actor) = 16),
    check_out TEXT NOT NULL,
    departed INTEGER NOT NULL,
    place TEXT NOT NULL,
    UNIQUE (property, number)
  ) STRICT;
  CREATE TABLE paper_parts (
    id INTEGER PRIMARY KEY,
    record INTEGER NOT NULL REFERENCES paper_records (id),
    purpose TEXT NOT NULL,
    retention TEXT NOT NULL,
    destroyed_at INTEGER,
    destroyed_by BLOB CHECK (length(destroyed_by) = 16),
    how TEXT,
    UNIQUE (record, purpose)
  ) STRICT;
  `,
  `
  -- When somebody last confirmed the training, and since when their passphrase is the one it is, as far as is known.
  ALTER TABLE people ADD COLUMN trained_at INTEGER;
  ALTER TABLE people ADD COLUMN passphrase_at INTEGER NOT NULL DEFAULT 0;
  UPDATE people SET passphrase_at = added_at;
  `,
  `
  -- A registration of which nothing is left, not even what a law holds, says nothing of the stay: what was kept before goes too.
  DELETE FROM hand_overs WHERE registration IN (
    SELECT id FROM registrations WHERE state IN ('expired', 'erased') AND id NOT IN (SELECT registration FROM sealed_off)
  );
  UPDATE registrations SET channel = '', language = '', party_size = 0, minors = 0, check_in = '', check_out = '', desk_check_out = NULL,
    party = NULL, agreed = ''
    WHERE state IN ('expired', 'erased') AND id NOT IN (SELECT registration FROM sealed_off);
  `,
  approvals,
  `
  -- SHA-256 of the ciphertext of a desk's note that was replaced: which one must not come back.
  ALTER TABLE erasures ADD COLUMN note BLOB CHECK (length(note) = 32);
  `,
  `
  -- The newest list of the team, signed by the hotel's root on an owner's tablet: JWS, and SHA-256 of it.
  CREATE TABLE team_lists (
    property INTEGER PRIMARY KEY REFERENCES properties (id),
    sequence INTEGER NOT NULL,
    hash BLOB NOT NULL CHECK (length(hash) = 32),
    jws TEXT NOT NULL
  ) STRICT;
  `,
  `
  -- One row: where the steady clock was last kept, and what the wall clock said then. Moments of that clock are, from this step on, the
  -- times of sessions, approvals and published manifests, and the ends of invitations.
  CREATE TABLE steady_time (id INTEGER PRIMARY KEY CHECK (id = 1), moment INTEGER NOT NULL, wall INTEGER NOT NULL) STRICT;

  -- By the steady clock too; null for receipts from before, whose links on paper have ended.
  ALTER TABLE later_receipts ADD COLUMN moment INTEGER;
  `,
];
