-- MediaWiki 1.39: the tables of change tags, and those that a tagged change stands in.
CREATE TABLE {prefix}change_tag (
    ct_id INT UNSIGNED AUTO_INCREMENT NOT NULL,
    ct_rc_id INT UNSIGNED DEFAULT NULL,
    ct_log_id INT UNSIGNED DEFAULT NULL,
    ct_rev_id INT UNSIGNED DEFAULT NULL,
    ct_params BLOB DEFAULT NULL,
    ct_tag_id INT UNSIGNED NOT NULL,
    UNIQUE INDEX ct_rc_tag_id (ct_rc_id, ct_tag_id),
    UNIQUE INDEX ct_log_tag_id (ct_log_id, ct_tag_id),
    UNIQUE INDEX ct_rev_tag_id (ct_rev_id, ct_tag_id),
    INDEX ct_tag_id_id (ct_tag_id, ct_rc_id, ct_rev_id, ct_log_id),
    PRIMARY KEY (ct_id)
) ENGINE=InnoDB, DEFAULT CHARSET=binary;
CREATE TABLE {prefix}change_tag_def (
    ctd_id INT UNSIGNED AUTO_INCREMENT NOT NULL,
    ctd_name VARBINARY(255) NOT NULL,
    ctd_user_defined TINYINT(1) NOT NULL,
    ctd_count BIGINT UNSIGNED DEFAULT 0 NOT NULL,
    UNIQUE INDEX ctd_name (ctd_name),
    INDEX ctd_count (ctd_count),
    INDEX ctd_user_defined (ctd_user_defined),
    PRIMARY KEY (ctd_id)
) ENGINE=InnoDB, DEFAULT CHARSET=binary;
CREATE TABLE {prefix}recentchanges (
    rc_id INT UNSIGNED AUTO_INCREMENT NOT NULL,
    rc_timestamp BINARY(14) NOT NULL,
    rc_actor BIGINT UNSIGNED NOT NULL,
    rc_namespace INT DEFAULT 0 NOT NULL,
    rc_title VARBINARY(255) DEFAULT '' NOT NULL,
    rc_comment_id BIGINT UNSIGNED NOT NULL,
    rc_this_oldid INT UNSIGNED DEFAULT 0 NOT NULL,
    PRIMARY KEY (rc_id)
) ENGINE=InnoDB, DEFAULT CHARSET=binary;
CREATE TABLE {prefix}logging (
    log_id INT UNSIGNED AUTO_INCREMENT NOT NULL,
    log_type VARBINARY(32) DEFAULT '' NOT NULL,
    log_action VARBINARY(32) DEFAULT '' NOT NULL,
    log_actor BIGINT UNSIGNED NOT NULL,
    log_namespace INT DEFAULT 0 NOT NULL,
    log_title VARBINARY(255) DEFAULT '' NOT NULL,
    log_comment_id BIGINT UNSIGNED NOT NULL,
    log_params BLOB NOT NULL,
    PRIMARY KEY (log_id)
) ENGINE=InnoDB, DEFAULT CHARSET=binary;
