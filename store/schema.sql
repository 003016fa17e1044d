-- The record: what was read, from where, by which reader, and what it says. Everything else is made from it.

CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
INSERT INTO meta VALUES ('schema', '1');

-- One letter of one authority; its IRI is minted once. ``stale``: the working store does not show it as it is here.
CREATE TABLE disclosures (
    id INTEGER PRIMARY KEY,
    iri TEXT NOT NULL UNIQUE,
    authority TEXT NOT NULL,
    key TEXT NOT NULL,
    base_key TEXT NOT NULL,              -- the key before a suffix that tells two letters of one reference apart
    reference TEXT,                      -- as printed
    current INTEGER,                     -- the number of the current version
    reader_version TEXT NOT NULL,        -- the reader that read its current text last
    stale INTEGER NOT NULL DEFAULT 1,
    UNIQUE (authority, key)
);
CREATE INDEX disclosures_base_key ON disclosures (authority, base_key);
CREATE INDEX disclosures_reference ON disclosures (reference);
CREATE INDEX disclosures_stale ON disclosures (id) WHERE stale;

-- Every source read, in order; the last row of a location is what is known of it.
CREATE TABLE ledger (
    id INTEGER PRIMARY KEY,
    sha256 TEXT NOT NULL,
    location TEXT NOT NULL,
    url TEXT,
    media_type TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    read_at TEXT NOT NULL,
    reader_version TEXT NOT NULL,
    result TEXT NOT NULL,
    reason TEXT,
    disclosure INTEGER REFERENCES disclosures (id),
    is_copy INTEGER NOT NULL DEFAULT 0   -- a further source of a letter that was read elsewhere
);
CREATE INDEX ledger_location ON ledger (location);
CREATE INDEX ledger_sha256 ON ledger (sha256);
CREATE INDEX ledger_disclosure ON ledger (disclosure);

CREATE TABLE texts (sha256 TEXT PRIMARY KEY, text BLOB NOT NULL) WITHOUT ROWID;  -- zlib, UTF-8

CREATE TABLE versions (
    disclosure INTEGER NOT NULL REFERENCES disclosures (id),
    number INTEGER NOT NULL,
    graph TEXT NOT NULL UNIQUE,
    text_sha256 TEXT NOT NULL REFERENCES texts (sha256),
    source INTEGER NOT NULL REFERENCES ledger (id),
    reader_version TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    quads BLOB NOT NULL,                 -- zlib of canonical N-Quads, as are findings
    quads_sha256 TEXT NOT NULL,
    quads_count INTEGER NOT NULL,
    findings BLOB NOT NULL,
    previous INTEGER,
    PRIMARY KEY (disclosure, number)
);
CREATE INDEX versions_reader ON versions (reader_version);
CREATE INDEX versions_text ON versions (text_sha256);

CREATE TABLE quarantine (
    ledger INTEGER PRIMARY KEY REFERENCES ledger (id),
    report TEXT NOT NULL
);

CREATE TABLE redirects (old TEXT PRIMARY KEY, new TEXT NOT NULL, since TEXT NOT NULL) WITHOUT ROWID;

-- What was withdrawn: its name, and hashes that keep it from coming back unasked.
CREATE TABLE tombstones (iri TEXT PRIMARY KEY, authority TEXT NOT NULL, base_key TEXT NOT NULL,
    withdrawn_at TEXT NOT NULL, reason TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE withdrawn_hashes (sha256 TEXT NOT NULL, kind TEXT NOT NULL, iri TEXT NOT NULL,
    PRIMARY KEY (sha256, kind)) WITHOUT ROWID;

-- What the working store holds: each graph with its digest, whose it is, and of the catalogue each entry's lines.
CREATE TABLE graphs (
    iri TEXT PRIMARY KEY,
    owner INTEGER,                       -- a disclosure, or NULL for the graphs that are everybody's
    sha256 TEXT NOT NULL,
    quads INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX graphs_owner ON graphs (owner);
CREATE TABLE entries (name TEXT PRIMARY KEY, lines BLOB NOT NULL) WITHOUT ROWID;

-- The graphs that no letter makes, as last published, so that a withdrawal can be finished without them being given.
CREATE TABLE static_graphs (iri TEXT PRIMARY KEY, lines BLOB NOT NULL) WITHOUT ROWID;
