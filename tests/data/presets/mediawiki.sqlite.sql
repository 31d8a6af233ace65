-- MediaWiki 1.39: the tables of change tags, and those that a tagged change stands in.
CREATE TABLE {prefix}change_tag (
    ct_id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    ct_rc_id INTEGER UNSIGNED DEFAULT NULL,
    ct_log_id INTEGER UNSIGNED DEFAULT NULL,
    ct_rev_id INTEGER UNSIGNED DEFAULT NULL,
    ct_params BLOB DEFAULT NULL,
    ct_tag_id INTEGER UNSIGNED NOT NULL
);
CREATE UNIQUE INDEX {prefix}ct_rc_tag_id ON {prefix}change_tag (ct_rc_id, ct_tag_id);
CREATE UNIQUE INDEX {prefix}ct_log_tag_id ON {prefix}change_tag (ct_log_id, ct_tag_id);
CREATE UNIQUE INDEX {prefix}ct_rev_tag_id ON {prefix}change_tag (ct_rev_id, ct_tag_id);
CREATE INDEX {prefix}ct_tag_id_id ON {prefix}change_tag (ct_tag_id, ct_rc_id, ct_rev_id, ct_log_id);
CREATE TABLE {prefix}change_tag_def (
    ctd_id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    ctd_name BLOB NOT NULL,
    ctd_user_defined SMALLINT NOT NULL,
    ctd_count BIGINT UNSIGNED DEFAULT 0 NOT NULL
);
CREATE UNIQUE INDEX {prefix}ctd_name ON {prefix}change_tag_def (ctd_name);
CREATE INDEX {prefix}ctd_count ON {prefix}change_tag_def (ctd_count);
CREATE INDEX {prefix}ctd_user_defined ON {prefix}change_tag_def (ctd_user_defined);
CREATE TABLE {prefix}recentchanges (
    rc_id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    rc_timestamp BLOB NOT NULL,
    rc_actor BIGINT UNSIGNED NOT NULL,
    rc_namespace INTEGER DEFAULT 0 NOT NULL,
    rc_title BLOB DEFAULT '' NOT NULL,
    rc_comment_id BIGINT UNSIGNED NOT NULL,
    rc_this_oldid INTEGER UNSIGNED DEFAULT 0 NOT NULL
);
CREATE TABLE {prefix}logging (
    log_id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    log_type BLOB DEFAULT '' NOT NULL,
    log_action BLOB DEFAULT '' NOT NULL,
    log_actor BIGINT UNSIGNED NOT NULL,
    log_namespace INTEGER DEFAULT 0 NOT NULL,
    log_title BLOB DEFAULT '' NOT NULL,
    log_comment_id BIGINT UNSIGNED NOT NULL,
    log_params BLOB NOT NULL
);
