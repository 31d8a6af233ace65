-- The journal: who changed what, and the rows as they were and as they became.

CREATE TABLE IF NOT EXISTS "tagsmith_setting" (
    "name" TEXT NOT NULL PRIMARY KEY,
    "value" TEXT NOT NULL
);

CREATE TABLE IF NOT EXISTS "tagsmith_operation" (
    "number" INTEGER PRIMARY KEY AUTOINCREMENT,
    "id" TEXT NOT NULL UNIQUE,
    "kind" TEXT NOT NULL,
    "vocabulary" TEXT NOT NULL,
    "author" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "row_count" INTEGER NOT NULL,
    "byte_count" INTEGER NOT NULL,
    "undoes" TEXT NULL,
    "undone_by" TEXT NULL
);

-- One row for each part of a step: a step is one statement, a part some hundred of its rows.
-- image 0: the rows as they were; image 1: as they became, in the same order.
CREATE TABLE IF NOT EXISTS "tagsmith_change" (
    "operation" INTEGER NOT NULL,
    "step" INTEGER NOT NULL,
    "part" INTEGER NOT NULL,
    "image" INTEGER NOT NULL,
    "table_name" TEXT NOT NULL,
    "layout" TEXT NOT NULL,
    "row_count" INTEGER NOT NULL,
    "row_data" TEXT NOT NULL,
    PRIMARY KEY ("operation", "step", "part", "image")
);
