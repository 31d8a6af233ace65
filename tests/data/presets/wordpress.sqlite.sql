-- WordPress with its SQLite Database Integration plugin: the same tables, texts blind to letter case.
CREATE TABLE "{prefix}terms" (
    "term_id" integer NOT NULL PRIMARY KEY AUTOINCREMENT,
    "name" text NOT NULL DEFAULT '' COLLATE NOCASE,
    "slug" text NOT NULL DEFAULT '' COLLATE NOCASE,
    "term_group" integer NOT NULL DEFAULT '0'
);
CREATE INDEX "{prefix}terms__slug" ON "{prefix}terms" ("slug");
CREATE INDEX "{prefix}terms__name" ON "{prefix}terms" ("name");
CREATE TABLE "{prefix}term_taxonomy" (
    "term_taxonomy_id" integer NOT NULL PRIMARY KEY AUTOINCREMENT,
    "term_id" integer NOT NULL DEFAULT '0',
    "taxonomy" text NOT NULL DEFAULT '' COLLATE NOCASE,
    "description" text NOT NULL COLLATE NOCASE,
    "parent" integer NOT NULL DEFAULT '0',
    "count" integer NOT NULL DEFAULT '0'
);
CREATE UNIQUE INDEX "{prefix}term_taxonomy__term_id_taxonomy" ON "{prefix}term_taxonomy" ("term_id", "taxonomy");
CREATE INDEX "{prefix}term_taxonomy__taxonomy" ON "{prefix}term_taxonomy" ("taxonomy");
CREATE TABLE "{prefix}term_relationships" (
    "object_id" integer NOT NULL DEFAULT '0',
    "term_taxonomy_id" integer NOT NULL DEFAULT '0',
    "term_order" integer NOT NULL DEFAULT '0',
    PRIMARY KEY ("object_id", "term_taxonomy_id")
);
CREATE INDEX "{prefix}term_relationships__term_taxonomy_id" ON "{prefix}term_relationships" ("term_taxonomy_id");
CREATE TABLE "{prefix}termmeta" (
    "meta_id" integer NOT NULL PRIMARY KEY AUTOINCREMENT,
    "term_id" integer NOT NULL DEFAULT '0',
    "meta_key" text COLLATE NOCASE,
    "meta_value" text COLLATE NOCASE
);
CREATE INDEX "{prefix}termmeta__term_id" ON "{prefix}termmeta" ("term_id");
CREATE INDEX "{prefix}termmeta__meta_key" ON "{prefix}termmeta" ("meta_key");
CREATE TABLE "{prefix}options" (
    "option_id" integer NOT NULL PRIMARY KEY AUTOINCREMENT,
    "option_name" text NOT NULL DEFAULT '' COLLATE NOCASE,
    "option_value" text NOT NULL COLLATE NOCASE,
    "autoload" text NOT NULL DEFAULT 'yes' COLLATE NOCASE
);
CREATE UNIQUE INDEX "{prefix}options__option_name" ON "{prefix}options" ("option_name");
CREATE INDEX "{prefix}options__autoload" ON "{prefix}options" ("autoload");
CREATE TABLE "{prefix}posts" (
    "ID" integer NOT NULL PRIMARY KEY AUTOINCREMENT,
    "post_author" integer NOT NULL DEFAULT '0',
    "post_date" text NOT NULL DEFAULT '0000-00-00 00:00:00' COLLATE NOCASE,
    "post_content" text NOT NULL COLLATE NOCASE,
    "post_title" text NOT NULL COLLATE NOCASE,
    "post_status" text NOT NULL DEFAULT 'publish' COLLATE NOCASE,
    "post_name" text NOT NULL DEFAULT '' COLLATE NOCASE,
    "post_parent" integer NOT NULL DEFAULT '0',
    "post_type" text NOT NULL DEFAULT 'post' COLLATE NOCASE
);
CREATE INDEX "{prefix}posts__post_name" ON "{prefix}posts" ("post_name");
CREATE INDEX "{prefix}posts__type_status_date" ON "{prefix}posts" ("post_type", "post_status", "post_date", "ID");
CREATE TABLE "{prefix}postmeta" (
    "meta_id" integer NOT NULL PRIMARY KEY AUTOINCREMENT,
    "post_id" integer NOT NULL DEFAULT '0',
    "meta_key" text COLLATE NOCASE,
    "meta_value" text COLLATE NOCASE
);
CREATE INDEX "{prefix}postmeta__post_id" ON "{prefix}postmeta" ("post_id");
CREATE INDEX "{prefix}postmeta__meta_key" ON "{prefix}postmeta" ("meta_key");
CREATE TABLE "{prefix}links" (
    "link_id" integer NOT NULL PRIMARY KEY AUTOINCREMENT,
    "link_url" text NOT NULL DEFAULT '' COLLATE NOCASE,
    "link_name" text NOT NULL DEFAULT '' COLLATE NOCASE,
    "link_visible" text NOT NULL DEFAULT 'Y' COLLATE NOCASE
);
CREATE INDEX "{prefix}links__link_visible" ON "{prefix}links" ("link_visible");
