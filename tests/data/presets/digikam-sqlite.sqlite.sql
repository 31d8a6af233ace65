-- The core database of digiKam 7 on SQLite: what concerns tags, with its triggers. No foreign keys.
CREATE TABLE Images (
    id INTEGER PRIMARY KEY,
    album INTEGER,
    name TEXT NOT NULL,
    status INTEGER NOT NULL,
    category INTEGER NOT NULL,
    modificationDate DATETIME,
    fileSize INTEGER,
    uniqueHash TEXT,
    manualOrder INTEGER,
    UNIQUE (album, name)
);
CREATE TABLE Tags (
    id INTEGER PRIMARY KEY,
    pid INTEGER,
    name TEXT NOT NULL,
    icon INTEGER,
    iconkde TEXT,
    UNIQUE (name, pid)
);
CREATE TABLE TagsTree (id INTEGER NOT NULL, pid INTEGER NOT NULL, UNIQUE (id, pid));
CREATE TABLE ImageTags (imageid INTEGER NOT NULL, tagid INTEGER NOT NULL, UNIQUE (imageid, tagid));
CREATE TABLE TagProperties (tagid INTEGER, property TEXT, value TEXT);
CREATE TABLE ImageTagProperties (imageid INTEGER, tagid INTEGER, property TEXT, value TEXT);
CREATE TABLE Settings (keyword TEXT NOT NULL UNIQUE, value TEXT);
CREATE INDEX tag_index ON ImageTags (tagid);
CREATE INDEX tag_id_index ON ImageTags (imageid);
CREATE INDEX tagproperties_index ON TagProperties (tagid);
CREATE INDEX imagetagproperties_index ON ImageTagProperties (imageid, tagid);
CREATE INDEX imagetagproperties_imageid_index ON ImageTagProperties (imageid);
CREATE INDEX imagetagproperties_tagid_index ON ImageTagProperties (tagid);
CREATE TRIGGER delete_image DELETE ON Images BEGIN
    DELETE FROM ImageTags WHERE imageid = OLD.id; DELETE FROM ImageTagProperties WHERE imageid = OLD.id; UPDATE Tags SET icon = NULL WHERE icon = OLD.id; END;
CREATE TRIGGER delete_tag DELETE ON Tags BEGIN
    DELETE FROM ImageTags WHERE tagid = OLD.id; DELETE FROM TagProperties WHERE tagid = OLD.id; DELETE FROM ImageTagProperties WHERE tagid = OLD.id; END;
CREATE TRIGGER insert_tagstree AFTER INSERT ON Tags BEGIN
    INSERT INTO TagsTree SELECT NEW.id, above.pid FROM (SELECT NEW.pid AS pid UNION SELECT pid FROM TagsTree WHERE id = NEW.pid) above; END;
CREATE TRIGGER delete_tagstree DELETE ON Tags BEGIN
    DELETE FROM Tags WHERE id IN (SELECT id FROM TagsTree WHERE pid = OLD.id); DELETE FROM TagsTree WHERE id IN (SELECT OLD.id UNION SELECT id FROM TagsTree WHERE pid = OLD.id); END;
CREATE TRIGGER move_tagstree UPDATE OF pid ON Tags BEGIN
    DELETE FROM TagsTree WHERE id IN (SELECT OLD.id UNION SELECT id FROM TagsTree WHERE pid = OLD.id) AND pid IN (SELECT pid FROM TagsTree WHERE id = OLD.id); INSERT INTO TagsTree SELECT below.id, above.pid FROM (SELECT NEW.id AS id UNION SELECT id FROM TagsTree WHERE pid = NEW.id) below, (SELECT NEW.pid AS pid UNION SELECT pid FROM TagsTree WHERE id = NEW.pid) above; END;
