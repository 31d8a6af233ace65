-- System tags of Nextcloud 31, with the tables that name a tag by its number.
CREATE TABLE {prefix}systemtag (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    name VARCHAR(64) DEFAULT '' NOT NULL,
    visibility SMALLINT DEFAULT 1 NOT NULL,
    editable SMALLINT DEFAULT 1 NOT NULL,
    etag VARCHAR(32) DEFAULT NULL,
    color VARCHAR(6) DEFAULT NULL
);
CREATE UNIQUE INDEX tag_ident ON {prefix}systemtag (name, visibility, editable);
CREATE TABLE {prefix}systemtag_object_mapping (
    objectid VARCHAR(64) DEFAULT '' NOT NULL,
    objecttype VARCHAR(64) DEFAULT '' NOT NULL,
    systemtagid BIGINT UNSIGNED DEFAULT 0 NOT NULL,
    PRIMARY KEY (objecttype, objectid, systemtagid)
);
CREATE INDEX systag_by_tagid ON {prefix}systemtag_object_mapping (systemtagid, objecttype);
CREATE INDEX systag_by_objectid ON {prefix}systemtag_object_mapping (objectid);
CREATE INDEX systag_objecttype ON {prefix}systemtag_object_mapping (objecttype);
CREATE TABLE {prefix}systemtag_group (
    systemtagid BIGINT UNSIGNED DEFAULT 0 NOT NULL,
    gid VARCHAR(255) NOT NULL,
    PRIMARY KEY (gid, systemtagid)
);
CREATE TABLE {prefix}filecache (
    fileid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    storage BIGINT DEFAULT 0 NOT NULL,
    path VARCHAR(4000) DEFAULT NULL,
    path_hash VARCHAR(32) DEFAULT '' NOT NULL,
    parent BIGINT DEFAULT 0 NOT NULL,
    name VARCHAR(250) DEFAULT NULL
);
CREATE UNIQUE INDEX fs_storage_path_hash ON {prefix}filecache (storage, path_hash);
CREATE TABLE {prefix}flow_checks (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    class VARCHAR(256) NOT NULL,
    operator VARCHAR(16) NOT NULL,
    value CLOB DEFAULT NULL,
    hash VARCHAR(32) NOT NULL
);
CREATE UNIQUE INDEX flow_unique_hash ON {prefix}flow_checks (hash);
CREATE TABLE {prefix}retention (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    tag_id INTEGER NOT NULL,
    time_unit INTEGER NOT NULL,
    time_amount SMALLINT NOT NULL
);
CREATE INDEX retention_tag ON {prefix}retention (tag_id);
