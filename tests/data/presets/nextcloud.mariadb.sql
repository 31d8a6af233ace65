-- System tags of Nextcloud 31, with the tables that name a tag by its number.
CREATE TABLE {prefix}systemtag (
    id BIGINT UNSIGNED AUTO_INCREMENT NOT NULL,
    name VARCHAR(64) DEFAULT '' NOT NULL,
    visibility SMALLINT DEFAULT 1 NOT NULL,
    editable SMALLINT DEFAULT 1 NOT NULL,
    etag VARCHAR(32) DEFAULT NULL,
    color VARCHAR(6) DEFAULT NULL,
    PRIMARY KEY (id),
    UNIQUE INDEX tag_ident (name, visibility, editable)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin ROW_FORMAT=DYNAMIC;
CREATE TABLE {prefix}systemtag_object_mapping (
    objectid VARCHAR(64) DEFAULT '' NOT NULL,
    objecttype VARCHAR(64) DEFAULT '' NOT NULL,
    systemtagid BIGINT UNSIGNED DEFAULT 0 NOT NULL,
    PRIMARY KEY (objecttype, objectid, systemtagid),
    INDEX systag_by_tagid (systemtagid, objecttype),
    INDEX systag_by_objectid (objectid),
    INDEX systag_objecttype (objecttype)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin ROW_FORMAT=DYNAMIC;
CREATE TABLE {prefix}systemtag_group (
    systemtagid BIGINT UNSIGNED DEFAULT 0 NOT NULL,
    gid VARCHAR(255) NOT NULL,
    PRIMARY KEY (gid, systemtagid)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin ROW_FORMAT=DYNAMIC;
CREATE TABLE {prefix}filecache (
    fileid BIGINT AUTO_INCREMENT NOT NULL,
    storage BIGINT DEFAULT 0 NOT NULL,
    path VARCHAR(4000) DEFAULT NULL,
    path_hash VARCHAR(32) DEFAULT '' NOT NULL,
    parent BIGINT DEFAULT 0 NOT NULL,
    name VARCHAR(250) DEFAULT NULL,
    PRIMARY KEY (fileid),
    UNIQUE INDEX fs_storage_path_hash (storage, path_hash)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin ROW_FORMAT=DYNAMIC;
CREATE TABLE {prefix}flow_checks (
    id INT AUTO_INCREMENT NOT NULL,
    class VARCHAR(256) NOT NULL,
    operator VARCHAR(16) NOT NULL,
    value LONGTEXT DEFAULT NULL,
    hash VARCHAR(32) NOT NULL,
    PRIMARY KEY (id),
    UNIQUE INDEX flow_unique_hash (hash)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin ROW_FORMAT=DYNAMIC;
CREATE TABLE {prefix}retention (
    id INT AUTO_INCREMENT NOT NULL,
    tag_id INT NOT NULL,
    time_unit INT NOT NULL,
    time_amount SMALLINT NOT NULL,
    PRIMARY KEY (id),
    INDEX retention_tag (tag_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin ROW_FORMAT=DYNAMIC;
