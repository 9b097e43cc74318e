/** The step that brings posters with a token, and what is known of recovery sheets. */
export const keysAndPosters = `
  CREATE TABLE posters (
    id INTEGER PRIMARY KEY,
    poster BLOB NOT NULL UNIQUE CHECK (length(poster) = 16),
    property INTEGER NOT NULL REFERENCES properties (id),
    channel TEXT NOT NULL,
    number INTEGER NOT NULL,
    made_at INTEGER NOT NULL,
    revoked_at INTEGER,
    registrations INTEGER NOT NULL DEFAULT 0,
    UNIQUE (property, channel, number)
  ) STRICT;
  -- Whether posters without a token are taken.
  ALTER TABLE properties ADD COLUMN plain_posters INTEGER NOT NULL DEFAULT 1;

  -- When an owner was restored with the sheet; which sheets there were; when one was proven; who was restored.
  ALTER TABLE recoveries ADD COLUMN used_at INTEGER;
  CREATE TABLE recovery_sheets (
    property INTEGER NOT NULL REFERENCES properties (id),
    sheet BLOB NOT NULL CHECK (length(sheet) = 32),
    PRIMARY KEY (property, sheet)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE recovery_proofs (
    id INTEGER PRIMARY KEY,
    property INTEGER NOT NULL REFERENCES properties (id),
    at INTEGER NOT NULL,
    actor BLOB NOT NULL CHECK (length(actor) = 16),
    rehearsal INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE restorations (
    id INTEGER PRIMARY KEY,
    property INTEGER NOT NULL REFERENCES properties (id),
    person INTEGER NOT NULL REFERENCES people (id),
    at INTEGER NOT NULL
  ) STRICT;
  `;
