-- The core database of digiKam 5 and 6 on MySQL (DBVersion 10 and less): a nested set, and a view.
CREATE TABLE Images (
    id BIGINT PRIMARY KEY NOT NULL AUTO_INCREMENT,
    album INTEGER,
    name LONGTEXT CHARACTER SET utf8 COLLATE utf8_general_ci NOT NULL,
    status INTEGER NOT NULL,
    category INTEGER NOT NULL,
    modificationDate DATETIME,
    fileSize BIGINT,
    uniqueHash VARCHAR(128),
    manualOrder BIGINT,
    UNIQUE (album, name(255))
) ENGINE InnoDB;
CREATE TABLE Tags (
    id INTEGER PRIMARY KEY NOT NULL AUTO_INCREMENT,
    pid INTEGER,
    name LONGTEXT CHARACTER SET utf8 COLLATE utf8_general_ci NOT NULL,
    icon BIGINT,
    iconkde LONGTEXT CHARACTER SET utf8 COLLATE utf8_general_ci,
    lft INTEGER NOT NULL,
    rgt INTEGER NOT NULL,
    CONSTRAINT Tags_Images FOREIGN KEY (icon) REFERENCES Images (id) ON DELETE SET NULL ON UPDATE CASCADE,
    UNIQUE (pid, name(100))
) ENGINE InnoDB;
CREATE TABLE ImageTags (
    imageid BIGINT NOT NULL,
    tagid INTEGER NOT NULL,
    CONSTRAINT ImageTags_Images FOREIGN KEY (imageid) REFERENCES Images (id) ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT ImageTags_Tags FOREIGN KEY (tagid) REFERENCES Tags (id) ON DELETE CASCADE ON UPDATE CASCADE,
    UNIQUE (imageid, tagid)
) ENGINE InnoDB;
CREATE TABLE TagProperties (
    tagid INTEGER,
    property TEXT CHARACTER SET utf8 COLLATE utf8_general_ci,
    value LONGTEXT CHARACTER SET utf8 COLLATE utf8_general_ci,
    CONSTRAINT TagProperties_Tags FOREIGN KEY (tagid) REFERENCES Tags (id) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE InnoDB;
CREATE TABLE ImageTagProperties (
    imageid BIGINT,
    tagid INTEGER,
    property TEXT CHARACTER SET utf8 COLLATE utf8_general_ci,
    value LONGTEXT CHARACTER SET utf8 COLLATE utf8_general_ci,
    CONSTRAINT ImageTagProperties_Images FOREIGN KEY (imageid) REFERENCES Images (id) ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT ImageTagProperties_Tags FOREIGN KEY (tagid) REFERENCES Tags (id) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE InnoDB;
CREATE VIEW TagsTree AS SELECT id, pid FROM Tags;
SET STATEMENT sql_mode = 'NO_AUTO_VALUE_ON_ZERO' FOR INSERT INTO Tags (id, pid, name, lft, rgt) VALUES (0, -1, '_Digikam_root_tag_', 1, 2);
