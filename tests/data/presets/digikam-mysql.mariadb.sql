-- The core database of digiKam 7 and later on MySQL (DBVersion 11 and more): a closure table.
CREATE TABLE Images (
    id BIGINT PRIMARY KEY NOT NULL AUTO_INCREMENT,
    album INTEGER,
    name LONGTEXT CHARACTER SET utf8 COLLATE utf8_bin NOT NULL,
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
CREATE TABLE TagsTree (id INTEGER NOT NULL, pid INTEGER NOT NULL, UNIQUE (id, pid)) ENGINE InnoDB;
SET STATEMENT sql_mode = 'NO_AUTO_VALUE_ON_ZERO' FOR INSERT INTO Tags (id, pid, name) VALUES (0, -1, '_Digikam_root_tag_');
CREATE TRIGGER insert_tagstree AFTER INSERT ON Tags FOR EACH ROW
    INSERT INTO TagsTree SELECT NEW.id, above.pid FROM (SELECT NEW.pid AS pid UNION SELECT pid FROM TagsTree WHERE id = NEW.pid) AS above;
CREATE TRIGGER delete_tagstree AFTER DELETE ON Tags FOR EACH ROW
    DELETE FROM TagsTree WHERE id IN (SELECT id FROM (SELECT OLD.id AS id UNION SELECT id FROM TagsTree WHERE pid = OLD.id) AS below);
CREATE TRIGGER move_tagstree AFTER UPDATE ON Tags FOR EACH ROW BEGIN
    IF (NEW.pid != OLD.pid) THEN DELETE FROM TagsTree WHERE id IN (SELECT id FROM (SELECT OLD.id AS id UNION SELECT id FROM TagsTree WHERE pid = OLD.id) AS below) AND pid IN (SELECT pid FROM (SELECT pid FROM TagsTree WHERE id = OLD.id) AS above); INSERT INTO TagsTree SELECT below.id, above.pid FROM (SELECT NEW.id AS id UNION SELECT id FROM TagsTree WHERE pid = NEW.id) AS below, (SELECT NEW.pid AS pid UNION SELECT pid FROM TagsTree WHERE id = NEW.pid) AS above; END IF; END;
