-- Taxonomy of Drupal 10, with one field of terms on nodes and the tables beside it.
CREATE TABLE {prefix}taxonomy_term_data (
    tid INT UNSIGNED NOT NULL AUTO_INCREMENT,
    revision_id INT UNSIGNED NULL,
    vid VARCHAR(32) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
    uuid VARCHAR(128) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
    langcode VARCHAR(12) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
    PRIMARY KEY (tid),
    UNIQUE KEY taxonomy_term_field__uuid__value (uuid),
    UNIQUE KEY taxonomy_term__revision_id (revision_id),
    INDEX taxonomy_term_field__vid__target_id (vid)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;
CREATE TABLE {prefix}taxonomy_term_field_data (
    tid INT UNSIGNED NOT NULL,
    revision_id INT UNSIGNED NOT NULL,
    vid VARCHAR(32) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
    langcode VARCHAR(12) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
    status TINYINT NOT NULL,
    name VARCHAR(255) NOT NULL,
    description__value LONGTEXT NULL DEFAULT NULL,
    description__format VARCHAR(255) CHARACTER SET ascii COLLATE ascii_general_ci NULL DEFAULT NULL,
    weight INT NOT NULL,
    changed INT NULL,
    default_langcode TINYINT NOT NULL,
    revision_translation_affected TINYINT NULL,
    PRIMARY KEY (tid, langcode),
    INDEX taxonomy_term__id__default_langcode__langcode (tid, default_langcode, langcode),
    INDEX taxonomy_term__revision_id (revision_id),
    INDEX taxonomy_term_field__name (name(191)),
    INDEX taxonomy_term__status_vid (status, vid, tid),
    INDEX taxonomy_term__tree (vid, weight, name(191)),
    INDEX taxonomy_term__vid_name (vid, name(191))
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;
CREATE TABLE {prefix}taxonomy_term_revision (
    tid INT UNSIGNED NOT NULL,
    revision_id INT UNSIGNED NOT NULL AUTO_INCREMENT,
    langcode VARCHAR(12) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
    revision_user INT UNSIGNED NULL,
    revision_created INT NULL,
    revision_log_message LONGTEXT NULL DEFAULT NULL,
    revision_default TINYINT NULL,
    PRIMARY KEY (revision_id),
    INDEX taxonomy_term__tid (tid)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;
CREATE TABLE {prefix}taxonomy_term_field_revision (
    tid INT UNSIGNED NOT NULL,
    revision_id INT UNSIGNED NOT NULL,
    langcode VARCHAR(12) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
    status TINYINT NOT NULL,
    name VARCHAR(255) NULL DEFAULT NULL,
    description__value LONGTEXT NULL DEFAULT NULL,
    description__format VARCHAR(255) CHARACTER SET ascii COLLATE ascii_general_ci NULL DEFAULT NULL,
    changed INT NULL,
    default_langcode TINYINT NOT NULL,
    revision_translation_affected TINYINT NULL,
    PRIMARY KEY (revision_id, langcode),
    INDEX taxonomy_term__id__default_langcode__langcode (tid, default_langcode, langcode)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;
CREATE TABLE {prefix}taxonomy_term__parent (
    bundle VARCHAR(128) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL DEFAULT '',
    deleted TINYINT NOT NULL DEFAULT 0,
    entity_id INT UNSIGNED NOT NULL,
    revision_id INT UNSIGNED NOT NULL,
    langcode VARCHAR(32) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL DEFAULT '',
    delta INT UNSIGNED NOT NULL,
    parent_target_id INT UNSIGNED NOT NULL,
    PRIMARY KEY (entity_id, deleted, delta, langcode),
    INDEX bundle (bundle),
    INDEX revision_id (revision_id),
    INDEX parent_target_id (parent_target_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;
CREATE TABLE {prefix}taxonomy_term__field_note (
    bundle VARCHAR(128) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL DEFAULT '',
    deleted TINYINT NOT NULL DEFAULT 0,
    entity_id INT UNSIGNED NOT NULL,
    revision_id INT UNSIGNED NOT NULL,
    langcode VARCHAR(32) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL DEFAULT '',
    delta INT UNSIGNED NOT NULL,
    field_note_value VARCHAR(255) NOT NULL,
    PRIMARY KEY (entity_id, deleted, delta, langcode),
    INDEX bundle (bundle),
    INDEX revision_id (revision_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;
CREATE TABLE {prefix}node__field_tags (
    bundle VARCHAR(128) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL DEFAULT '',
    deleted TINYINT NOT NULL DEFAULT 0,
    entity_id INT UNSIGNED NOT NULL,
    revision_id INT UNSIGNED NOT NULL,
    langcode VARCHAR(32) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL DEFAULT '',
    delta INT UNSIGNED NOT NULL,
    field_tags_target_id INT UNSIGNED NOT NULL,
    PRIMARY KEY (entity_id, deleted, delta, langcode),
    INDEX bundle (bundle),
    INDEX revision_id (revision_id),
    INDEX field_tags_target_id (field_tags_target_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;
CREATE TABLE {prefix}node__field_image (
    bundle VARCHAR(128) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL DEFAULT '',
    deleted TINYINT NOT NULL DEFAULT 0,
    entity_id INT UNSIGNED NOT NULL,
    revision_id INT UNSIGNED NOT NULL,
    langcode VARCHAR(32) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL DEFAULT '',
    delta INT UNSIGNED NOT NULL,
    field_image_target_id INT UNSIGNED NOT NULL,
    PRIMARY KEY (entity_id, deleted, delta, langcode),
    INDEX bundle (bundle),
    INDEX revision_id (revision_id),
    INDEX field_image_target_id (field_image_target_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;
CREATE TABLE {prefix}taxonomy_term_revision__parent (
    bundle VARCHAR(128) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL DEFAULT '',
    deleted TINYINT NOT NULL DEFAULT 0,
    entity_id INT UNSIGNED NOT NULL,
    revision_id INT UNSIGNED NOT NULL,
    langcode VARCHAR(32) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL DEFAULT '',
    delta INT UNSIGNED NOT NULL,
    parent_target_id INT UNSIGNED NOT NULL,
    PRIMARY KEY (entity_id, revision_id, deleted, delta, langcode),
    INDEX bundle (bundle),
    INDEX revision_id (revision_id),
    INDEX parent_target_id (parent_target_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;
CREATE TABLE {prefix}taxonomy_term_revision__field_note (
    bundle VARCHAR(128) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL DEFAULT '',
    deleted TINYINT NOT NULL DEFAULT 0,
    entity_id INT UNSIGNED NOT NULL,
    revision_id INT UNSIGNED NOT NULL,
    langcode VARCHAR(32) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL DEFAULT '',
    delta INT UNSIGNED NOT NULL,
    field_note_value VARCHAR(255) NOT NULL,
    PRIMARY KEY (entity_id, revision_id, deleted, delta, langcode),
    INDEX bundle (bundle),
    INDEX revision_id (revision_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;
CREATE TABLE {prefix}node_revision__field_tags (
    bundle VARCHAR(128) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL DEFAULT '',
    deleted TINYINT NOT NULL DEFAULT 0,
    entity_id INT UNSIGNED NOT NULL,
    revision_id INT UNSIGNED NOT NULL,
    langcode VARCHAR(32) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL DEFAULT '',
    delta INT UNSIGNED NOT NULL,
    field_tags_target_id INT UNSIGNED NOT NULL,
    PRIMARY KEY (entity_id, revision_id, deleted, delta, langcode),
    INDEX bundle (bundle),
    INDEX revision_id (revision_id),
    INDEX field_tags_target_id (field_tags_target_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;
CREATE TABLE {prefix}node_revision__field_image (
    bundle VARCHAR(128) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL DEFAULT '',
    deleted TINYINT NOT NULL DEFAULT 0,
    entity_id INT UNSIGNED NOT NULL,
    revision_id INT UNSIGNED NOT NULL,
    langcode VARCHAR(32) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL DEFAULT '',
    delta INT UNSIGNED NOT NULL,
    field_image_target_id INT UNSIGNED NOT NULL,
    PRIMARY KEY (entity_id, revision_id, deleted, delta, langcode),
    INDEX bundle (bundle),
    INDEX revision_id (revision_id),
    INDEX field_image_target_id (field_image_target_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;
CREATE TABLE {prefix}taxonomy_index (
    nid INT UNSIGNED NOT NULL DEFAULT 0,
    tid INT UNSIGNED NOT NULL DEFAULT 0,
    status INT NOT NULL DEFAULT 1,
    sticky TINYINT NULL DEFAULT 0,
    created INT NOT NULL DEFAULT 0,
    PRIMARY KEY (nid, tid),
    INDEX term_node (tid, status, sticky, created)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;
CREATE TABLE {prefix}node_field_data (
    nid INT UNSIGNED NOT NULL,
    vid INT UNSIGNED NOT NULL,
    type VARCHAR(32) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
    langcode VARCHAR(12) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
    status TINYINT NOT NULL,
    uid INT UNSIGNED NOT NULL,
    title VARCHAR(255) NOT NULL,
    created INT NOT NULL,
    changed INT NOT NULL,
    promote TINYINT NOT NULL,
    sticky TINYINT NOT NULL,
    default_langcode TINYINT NOT NULL,
    PRIMARY KEY (nid, langcode),
    INDEX node__vid (vid)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;
CREATE TABLE {prefix}path_alias (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT,
    revision_id INT UNSIGNED NULL,
    uuid VARCHAR(128) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
    langcode VARCHAR(12) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
    path VARCHAR(255) NULL DEFAULT NULL,
    alias VARCHAR(255) NULL DEFAULT NULL,
    status TINYINT NOT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY path_alias_field__uuid__value (uuid),
    UNIQUE KEY path_alias__revision_id (revision_id),
    INDEX path_alias__alias_langcode_id_status (alias(191), langcode, id, status),
    INDEX path_alias__path_langcode_id_status (path(191), langcode, id, status)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;
CREATE TABLE {prefix}path_alias_revision (
    id INT UNSIGNED NOT NULL,
    revision_id INT UNSIGNED NOT NULL AUTO_INCREMENT,
    langcode VARCHAR(12) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
    path VARCHAR(255) NULL DEFAULT NULL,
    alias VARCHAR(255) NULL DEFAULT NULL,
    status TINYINT NOT NULL,
    revision_default TINYINT NULL,
    PRIMARY KEY (revision_id),
    INDEX path_alias__id (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;
CREATE TABLE {prefix}config (
    collection VARCHAR(255) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL DEFAULT '',
    name VARCHAR(255) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL DEFAULT '',
    data LONGBLOB NULL,
    PRIMARY KEY (collection, name)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;
