-- Taxonomy of Drupal 10, with one field of terms on nodes and the tables beside it.
CREATE TABLE {prefix}taxonomy_term_data (
    tid INTEGER PRIMARY KEY AUTOINCREMENT CHECK (tid >= 0),
    revision_id INTEGER NULL CHECK (revision_id >= 0) DEFAULT NULL,
    vid VARCHAR(32) NOT NULL,
    uuid VARCHAR(128) NOT NULL,
    langcode VARCHAR(12) NOT NULL
);
CREATE UNIQUE INDEX {prefix}taxonomy_term_data_taxonomy_term_field__uuid__value ON {prefix}taxonomy_term_data (uuid);
CREATE UNIQUE INDEX {prefix}taxonomy_term_data_taxonomy_term__revision_id ON {prefix}taxonomy_term_data (revision_id);
CREATE INDEX {prefix}taxonomy_term_data_taxonomy_term_field__vid__target_id ON {prefix}taxonomy_term_data (vid);
CREATE TABLE {prefix}taxonomy_term_field_data (
    tid INTEGER NOT NULL CHECK (tid >= 0),
    revision_id INTEGER NOT NULL CHECK (revision_id >= 0),
    vid VARCHAR(32) NOT NULL,
    langcode VARCHAR(12) NOT NULL,
    status INTEGER NOT NULL,
    name VARCHAR(255) COLLATE NOCASE_UTF8 NOT NULL,
    description__value TEXT NULL DEFAULT NULL,
    description__format VARCHAR(255) NULL DEFAULT NULL,
    weight INTEGER NOT NULL,
    changed INTEGER NULL DEFAULT NULL,
    default_langcode INTEGER NOT NULL,
    revision_translation_affected INTEGER NULL DEFAULT NULL,
    PRIMARY KEY (tid, langcode)
);
CREATE INDEX {prefix}taxonomy_term_field_data_taxonomy_term__id__default_langcode__langcode ON {prefix}taxonomy_term_field_data (tid, default_langcode, langcode);
CREATE INDEX {prefix}taxonomy_term_field_data_taxonomy_term__revision_id ON {prefix}taxonomy_term_field_data (revision_id);
CREATE INDEX {prefix}taxonomy_term_field_data_taxonomy_term_field__name ON {prefix}taxonomy_term_field_data (name);
CREATE INDEX {prefix}taxonomy_term_field_data_taxonomy_term__status_vid ON {prefix}taxonomy_term_field_data (status, vid, tid);
CREATE INDEX {prefix}taxonomy_term_field_data_taxonomy_term__tree ON {prefix}taxonomy_term_field_data (vid, weight, name);
CREATE INDEX {prefix}taxonomy_term_field_data_taxonomy_term__vid_name ON {prefix}taxonomy_term_field_data (vid, name);
CREATE TABLE {prefix}taxonomy_term_revision (
    tid INTEGER NOT NULL CHECK (tid >= 0),
    revision_id INTEGER PRIMARY KEY AUTOINCREMENT CHECK (revision_id >= 0),
    langcode VARCHAR(12) NOT NULL,
    revision_user INTEGER NULL CHECK (revision_user >= 0) DEFAULT NULL,
    revision_created INTEGER NULL DEFAULT NULL,
    revision_log_message TEXT NULL DEFAULT NULL,
    revision_default INTEGER NULL DEFAULT NULL
);
CREATE INDEX {prefix}taxonomy_term_revision_taxonomy_term__tid ON {prefix}taxonomy_term_revision (tid);
CREATE TABLE {prefix}taxonomy_term_field_revision (
    tid INTEGER NOT NULL CHECK (tid >= 0),
    revision_id INTEGER NOT NULL CHECK (revision_id >= 0),
    langcode VARCHAR(12) NOT NULL,
    status INTEGER NOT NULL,
    name VARCHAR(255) COLLATE NOCASE_UTF8 NULL DEFAULT NULL,
    description__value TEXT NULL DEFAULT NULL,
    description__format VARCHAR(255) NULL DEFAULT NULL,
    changed INTEGER NULL DEFAULT NULL,
    default_langcode INTEGER NOT NULL,
    revision_translation_affected INTEGER NULL DEFAULT NULL,
    PRIMARY KEY (revision_id, langcode)
);
CREATE INDEX {prefix}taxonomy_term_field_revision_taxonomy_term__id__default_langcode__langcode ON {prefix}taxonomy_term_field_revision (tid, default_langcode, langcode);
CREATE TABLE {prefix}taxonomy_term__parent (
    bundle VARCHAR(128) NOT NULL DEFAULT '',
    deleted INTEGER NOT NULL DEFAULT 0,
    entity_id INTEGER NOT NULL CHECK (entity_id >= 0),
    revision_id INTEGER NOT NULL CHECK (revision_id >= 0),
    langcode VARCHAR(32) NOT NULL DEFAULT '',
    delta INTEGER NOT NULL CHECK (delta >= 0),
    parent_target_id INTEGER NOT NULL CHECK (parent_target_id >= 0),
    PRIMARY KEY (entity_id, deleted, delta, langcode)
);
CREATE INDEX {prefix}taxonomy_term__parent_bundle ON {prefix}taxonomy_term__parent (bundle);
CREATE INDEX {prefix}taxonomy_term__parent_revision_id ON {prefix}taxonomy_term__parent (revision_id);
CREATE INDEX {prefix}taxonomy_term__parent_parent_target_id ON {prefix}taxonomy_term__parent (parent_target_id);
CREATE TABLE {prefix}taxonomy_term__field_note (
    bundle VARCHAR(128) NOT NULL DEFAULT '',
    deleted INTEGER NOT NULL DEFAULT 0,
    entity_id INTEGER NOT NULL CHECK (entity_id >= 0),
    revision_id INTEGER NOT NULL CHECK (revision_id >= 0),
    langcode VARCHAR(32) NOT NULL DEFAULT '',
    delta INTEGER NOT NULL CHECK (delta >= 0),
    field_note_value VARCHAR(255) COLLATE NOCASE_UTF8 NOT NULL,
    PRIMARY KEY (entity_id, deleted, delta, langcode)
);
CREATE INDEX {prefix}taxonomy_term__field_note_bundle ON {prefix}taxonomy_term__field_note (bundle);
CREATE INDEX {prefix}taxonomy_term__field_note_revision_id ON {prefix}taxonomy_term__field_note (revision_id);
CREATE TABLE {prefix}node__field_tags (
    bundle VARCHAR(128) NOT NULL DEFAULT '',
    deleted INTEGER NOT NULL DEFAULT 0,
    entity_id INTEGER NOT NULL CHECK (entity_id >= 0),
    revision_id INTEGER NOT NULL CHECK (revision_id >= 0),
    langcode VARCHAR(32) NOT NULL DEFAULT '',
    delta INTEGER NOT NULL CHECK (delta >= 0),
    field_tags_target_id INTEGER NOT NULL CHECK (field_tags_target_id >= 0),
    PRIMARY KEY (entity_id, deleted, delta, langcode)
);
CREATE INDEX {prefix}node__field_tags_bundle ON {prefix}node__field_tags (bundle);
CREATE INDEX {prefix}node__field_tags_revision_id ON {prefix}node__field_tags (revision_id);
CREATE INDEX {prefix}node__field_tags_field_tags_target_id ON {prefix}node__field_tags (field_tags_target_id);
CREATE TABLE {prefix}node__field_image (
    bundle VARCHAR(128) NOT NULL DEFAULT '',
    deleted INTEGER NOT NULL DEFAULT 0,
    entity_id INTEGER NOT NULL CHECK (entity_id >= 0),
    revision_id INTEGER NOT NULL CHECK (revision_id >= 0),
    langcode VARCHAR(32) NOT NULL DEFAULT '',
    delta INTEGER NOT NULL CHECK (delta >= 0),
    field_image_target_id INTEGER NOT NULL CHECK (field_image_target_id >= 0),
    PRIMARY KEY (entity_id, deleted, delta, langcode)
);
CREATE INDEX {prefix}node__field_image_bundle ON {prefix}node__field_image (bundle);
CREATE INDEX {prefix}node__field_image_revision_id ON {prefix}node__field_image (revision_id);
CREATE INDEX {prefix}node__field_image_field_image_target_id ON {prefix}node__field_image (field_image_target_id);
CREATE TABLE {prefix}taxonomy_term_revision__parent (
    bundle VARCHAR(128) NOT NULL DEFAULT '',
    deleted INTEGER NOT NULL DEFAULT 0,
    entity_id INTEGER NOT NULL CHECK (entity_id >= 0),
    revision_id INTEGER NOT NULL CHECK (revision_id >= 0),
    langcode VARCHAR(32) NOT NULL DEFAULT '',
    delta INTEGER NOT NULL CHECK (delta >= 0),
    parent_target_id INTEGER NOT NULL CHECK (parent_target_id >= 0),
    PRIMARY KEY (entity_id, revision_id, deleted, delta, langcode)
);
CREATE INDEX {prefix}taxonomy_term_revision__parent_bundle ON {prefix}taxonomy_term_revision__parent (bundle);
CREATE INDEX {prefix}taxonomy_term_revision__parent_revision_id ON {prefix}taxonomy_term_revision__parent (revision_id);
CREATE INDEX {prefix}taxonomy_term_revision__parent_parent_target_id ON {prefix}taxonomy_term_revision__parent (parent_target_id);
CREATE TABLE {prefix}taxonomy_term_revision__field_note (
    bundle VARCHAR(128) NOT NULL DEFAULT '',
    deleted INTEGER NOT NULL DEFAULT 0,
    entity_id INTEGER NOT NULL CHECK (entity_id >= 0),
    revision_id INTEGER NOT NULL CHECK (revision_id >= 0),
    langcode VARCHAR(32) NOT NULL DEFAULT '',
    delta INTEGER NOT NULL CHECK (delta >= 0),
    field_note_value VARCHAR(255) COLLATE NOCASE_UTF8 NOT NULL,
    PRIMARY KEY (entity_id, revision_id, deleted, delta, langcode)
);
CREATE INDEX {prefix}taxonomy_term_revision__field_note_bundle ON {prefix}taxonomy_term_revision__field_note (bundle);
CREATE INDEX {prefix}taxonomy_term_revision__field_note_revision_id ON {prefix}taxonomy_term_revision__field_note (revision_id);
CREATE TABLE {prefix}node_revision__field_tags (
    bundle VARCHAR(128) NOT NULL DEFAULT '',
    deleted INTEGER NOT NULL DEFAULT 0,
    entity_id INTEGER NOT NULL CHECK (entity_id >= 0),
    revision_id INTEGER NOT NULL CHECK (revision_id >= 0),
    langcode VARCHAR(32) NOT NULL DEFAULT '',
    delta INTEGER NOT NULL CHECK (delta >= 0),
    field_tags_target_id INTEGER NOT NULL CHECK (field_tags_target_id >= 0),
    PRIMARY KEY (entity_id, revision_id, deleted, delta, langcode)
);
CREATE INDEX {prefix}node_revision__field_tags_bundle ON {prefix}node_revision__field_tags (bundle);
CREATE INDEX {prefix}node_revision__field_tags_revision_id ON {prefix}node_revision__field_tags (revision_id);
CREATE INDEX {prefix}node_revision__field_tags_field_tags_target_id ON {prefix}node_revision__field_tags (field_tags_target_id);
CREATE TABLE {prefix}node_revision__field_image (
    bundle VARCHAR(128) NOT NULL DEFAULT '',
    deleted INTEGER NOT NULL DEFAULT 0,
    entity_id INTEGER NOT NULL CHECK (entity_id >= 0),
    revision_id INTEGER NOT NULL CHECK (revision_id >= 0),
    langcode VARCHAR(32) NOT NULL DEFAULT '',
    delta INTEGER NOT NULL CHECK (delta >= 0),
    field_image_target_id INTEGER NOT NULL CHECK (field_image_target_id >= 0),
    PRIMARY KEY (entity_id, revision_id, deleted, delta, langcode)
);
CREATE INDEX {prefix}node_revision__field_image_bundle ON {prefix}node_revision__field_image (bundle);
CREATE INDEX {prefix}node_revision__field_image_revision_id ON {prefix}node_revision__field_image (revision_id);
CREATE INDEX {prefix}node_revision__field_image_field_image_target_id ON {prefix}node_revision__field_image (field_image_target_id);
CREATE TABLE {prefix}taxonomy_index (
    nid INTEGER NOT NULL CHECK (nid >= 0) DEFAULT 0,
    tid INTEGER NOT NULL CHECK (tid >= 0) DEFAULT 0,
    status INTEGER NOT NULL DEFAULT 1,
    sticky INTEGER NULL DEFAULT 0,
    created INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (nid, tid)
);
CREATE INDEX {prefix}taxonomy_index_term_node ON {prefix}taxonomy_index (tid, status, sticky, created);
CREATE TABLE {prefix}node_field_data (
    nid INTEGER NOT NULL CHECK (nid >= 0),
    vid INTEGER NOT NULL CHECK (vid >= 0),
    type VARCHAR(32) NOT NULL,
    langcode VARCHAR(12) NOT NULL,
    status INTEGER NOT NULL,
    uid INTEGER NOT NULL CHECK (uid >= 0),
    title VARCHAR(255) COLLATE NOCASE_UTF8 NOT NULL,
    created INTEGER NOT NULL,
    changed INTEGER NOT NULL,
    promote INTEGER NOT NULL,
    sticky INTEGER NOT NULL,
    default_langcode INTEGER NOT NULL,
    PRIMARY KEY (nid, langcode)
);
CREATE INDEX {prefix}node_field_data_node__vid ON {prefix}node_field_data (vid);
CREATE TABLE {prefix}path_alias (
    id INTEGER PRIMARY KEY AUTOINCREMENT CHECK (id >= 0),
    revision_id INTEGER NULL CHECK (revision_id >= 0) DEFAULT NULL,
    uuid VARCHAR(128) NOT NULL,
    langcode VARCHAR(12) NOT NULL,
    path VARCHAR(255) COLLATE NOCASE_UTF8 NULL DEFAULT NULL,
    alias VARCHAR(255) COLLATE NOCASE_UTF8 NULL DEFAULT NULL,
    status INTEGER NOT NULL
);
CREATE UNIQUE INDEX {prefix}path_alias_path_alias_field__uuid__value ON {prefix}path_alias (uuid);
CREATE UNIQUE INDEX {prefix}path_alias_path_alias__revision_id ON {prefix}path_alias (revision_id);
CREATE INDEX {prefix}path_alias_path_alias__alias_langcode_id_status ON {prefix}path_alias (alias, langcode, id, status);
CREATE INDEX {prefix}path_alias_path_alias__path_langcode_id_status ON {prefix}path_alias (path, langcode, id, status);
CREATE TABLE {prefix}path_alias_revision (
    id INTEGER NOT NULL CHECK (id >= 0),
    revision_id INTEGER PRIMARY KEY AUTOINCREMENT CHECK (revision_id >= 0),
    langcode VARCHAR(12) NOT NULL,
    path VARCHAR(255) COLLATE NOCASE_UTF8 NULL DEFAULT NULL,
    alias VARCHAR(255) COLLATE NOCASE_UTF8 NULL DEFAULT NULL,
    status INTEGER NOT NULL,
    revision_default INTEGER NULL DEFAULT NULL
);
CREATE INDEX {prefix}path_alias_revision_path_alias__id ON {prefix}path_alias_revision (id);
CREATE TABLE {prefix}config (
    collection VARCHAR(255) NOT NULL DEFAULT '',
    name VARCHAR(255) NOT NULL DEFAULT '',
    data BLOB NULL DEFAULT NULL,
    PRIMARY KEY (collection, name)
);
