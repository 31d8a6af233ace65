-- A natural key and a table that declares its reference.
CREATE TABLE tags (tag_id VARCHAR(190) NOT NULL PRIMARY KEY);
CREATE TABLE package_tags (
    package VARCHAR(100) NOT NULL,
    tag_id VARCHAR(190) NOT NULL REFERENCES tags (tag_id),
    PRIMARY KEY (package, tag_id)
);
