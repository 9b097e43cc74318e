/** The step that brings questions for approval, and openings in an emergency somebody has to look into. They name nobody. */
export const approvals = `
  CREATE TABLE approvals (
    id INTEGER PRIMARY KEY,
    approval BLOB NOT NULL UNIQUE CHECK (length(approval) = 16),
    property INTEGER NOT NULL REFERENCES properties (id),
    registration INTEGER NOT NULL REFERENCES registrations (id),
    purpose TEXT NOT NULL,
    reason TEXT NOT NULL,
    asker BLOB NOT NULL CHECK (length(asker) = 16),
    asked_at INTEGER NOT NULL,
    until INTEGER NOT NULL,
    state TEXT NOT NULL,
    decided_by BLOB CHECK (length(decided_by) = 16)
  ) STRICT;
  CREATE INDEX approvals_of ON approvals (property, asked_at);
  CREATE INDEX approvals_by_registration ON approvals (registration);
  `;
