-- The first answer to every Idempotency-Key, written in the transaction that had the effect.
CREATE TABLE idempotency_key (
    caller       text        NOT NULL,
    key          text        NOT NULL,
    fingerprint  bytea       NOT NULL,
    status       integer     NOT NULL,
    content_type text        NOT NULL,
    location     text,
    etag         text,
    body         bytea       NOT NULL,
    created_at   timestamptz NOT NULL,
    PRIMARY KEY (caller, key)
);

-- The purge looks for the oldest.
CREATE INDEX idempotency_key_created_at ON idempotency_key (created_at);
