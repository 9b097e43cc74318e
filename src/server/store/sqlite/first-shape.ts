/** The first step of the database's shape; see schema.ts. */
export const firstShape = `
  CREATE TABLE secrets (name TEXT NOT NULL PRIMARY KEY, value BLOB NOT NULL) STRICT;

  CREATE TABLE properties (
    id INTEGER PRIMARY KEY,
    property TEXT NOT NULL UNIQUE,
    profile TEXT NOT NULL,
    created_at INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE receipt_keys (
    property INTEGER PRIMARY KEY REFERENCES properties (id),
    key_id BLOB NOT NULL,
    public_key BLOB NOT NULL,
    private_key BLOB NOT NULL
  ) STRICT;

  CREATE TABLE manifests (
    id INTEGER PRIMARY KEY,
    property INTEGER NOT NULL REFERENCES properties (id),
    sequence INTEGER NOT NULL,
    hash BLOB NOT NULL,
    jws TEXT NOT NULL,
    published_at INTEGER NOT NULL,
    UNIQUE (property, sequence)
  ) STRICT;

  CREATE TABLE notices (
    id INTEGER PRIMARY KEY,
    property INTEGER NOT NULL REFERENCES properties (id),
    hash BLOB NOT NULL,
    text TEXT NOT NULL,
    UNIQUE (property, hash)
  ) STRICT;

  CREATE TABLE manifest_notices (
    id INTEGER PRIMARY KEY,
    manifest INTEGER NOT NULL REFERENCES manifests (id),
    language TEXT NOT NULL,
    notice INTEGER NOT NULL REFERENCES notices (id),
    UNIQUE (manifest, language)
  ) STRICT;

  CREATE TABLE people (
    id INTEGER PRIMARY KEY,
    property INTEGER NOT NULL REFERENCES properties (id),
    person BLOB NOT NULL UNIQUE CHECK (length(person) = 16),
    handle TEXT NOT NULL,
    display_name TEXT NOT NULL,
    role TEXT NOT NULL,
    public_key BLOB NOT NULL CHECK (length(public_key) = 65),
    credential TEXT NOT NULL,
    added_at INTEGER NOT NULL,
    UNIQUE (property, handle)
  ) STRICT;

  CREATE TABLE grants (
    id INTEGER PRIMARY KEY,
    person INTEGER NOT NULL REFERENCES people (id),
    purpose TEXT NOT NULL,
    key_id BLOB NOT NULL CHECK (length(key_id) = 16),
    epoch INTEGER NOT NULL,
    sealed TEXT NOT NULL,
    UNIQUE (person, key_id)
  ) STRICT;

  CREATE TABLE sessions (
    id INTEGER PRIMARY KEY,
    hash BLOB NOT NULL UNIQUE CHECK (length(hash) = 32),
    person INTEGER NOT NULL REFERENCES people (id),
    started_at INTEGER NOT NULL,
    used_at INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE recoveries (
    property INTEGER PRIMARY KEY REFERENCES properties (id),
    upload TEXT NOT NULL,
    made_at INTEGER NOT NULL,
    proven_at INTEGER
  ) STRICT;

  -- What receipts have in common; see receipt-template.ts.
  CREATE TABLE receipt_templates (
    id INTEGER PRIMARY KEY,
    hash BLOB NOT NULL UNIQUE CHECK (length(hash) = 32),
    template TEXT NOT NULL
  ) STRICT;

  CREATE TABLE registrations (
    id INTEGER PRIMARY KEY,
    property INTEGER NOT NULL REFERENCES properties (id),
    registration BLOB NOT NULL UNIQUE CHECK (length(registration) = 16),
    change INTEGER NOT NULL,
    state TEXT NOT NULL,
    channel TEXT NOT NULL,
    language TEXT NOT NULL,
    party_size INTEGER NOT NULL,
    minors INTEGER NOT NULL,
    check_in TEXT NOT NULL,
    check_out TEXT NOT NULL,
    desk_check_out TEXT,
    received_at INTEGER NOT NULL,
    seen_at INTEGER,
    arrived_at INTEGER,
    purposes TEXT NOT NULL,
    signer BLOB NOT NULL CHECK (length(signer) = 65),
    lookup_key INTEGER NOT NULL,
    lookup_hash BLOB NOT NULL CHECK (length(lookup_hash) = 32),
    token_hash BLOB NOT NULL CHECK (length(token_hash) = 32),
    consent TEXT NOT NULL,
    consent_hash BLOB NOT NULL CHECK (length(consent_hash) = 32),
    body_hash BLOB NOT NULL CHECK (length(body_hash) = 32),
    receipt_template INTEGER NOT NULL REFERENCES receipt_templates (id),
    receipt_parts TEXT NOT NULL,
    leaf INTEGER NOT NULL,
    manifest_sequence INTEGER NOT NULL
  ) STRICT;
  CREATE UNIQUE INDEX registrations_by_change ON registrations (property, change);
  -- The first 48 bits of the lookup hash: a random index costs least when its keys are short. The whole hash is compared after.
  CREATE INDEX registrations_by_lookup ON registrations (lookup_key);
  CREATE INDEX registrations_waiting ON registrations (property, received_at) WHERE state IN ('received', 'seen');

  CREATE TABLE envelopes (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    purpose TEXT,
    suite TEXT NOT NULL,
    key_id TEXT NOT NULL,
    schema INTEGER NOT NULL,
    enc BLOB NOT NULL,
    ciphertext BLOB NOT NULL
  ) STRICT;

  CREATE TABLE log_entries (id INTEGER PRIMARY KEY, entry TEXT NOT NULL) STRICT;
  CREATE TABLE log_nodes (id INTEGER PRIMARY KEY, hash BLOB NOT NULL CHECK (length(hash) = 32)) STRICT;
  CREATE TABLE log_checkpoints (id INTEGER PRIMARY KEY, note TEXT NOT NULL) STRICT;
`;
