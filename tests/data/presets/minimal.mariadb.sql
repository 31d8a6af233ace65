-- A natural key and a table that declares its reference.
CREATE TABLE tags (tag_id VARCHAR(190) NOT NULL PRIMARY KEY)
    ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
CREATE TABLE package_tags (
    package VARCHAR(100) NOT NULL,
    tag_id VARCHAR(190) NOT NULL,
    PRIMARY KEY (package, tag_id),
    FOREIGN KEY (tag_id) REFERENCES tags (tag_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
