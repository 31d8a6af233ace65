-- The journal: who changed what, and the rows as they were and as they became.

CREATE TABLE IF NOT EXISTS `tagsmith_setting` (
    `name` VARCHAR(64) NOT NULL PRIMARY KEY,
    `value` VARCHAR(255) NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE IF NOT EXISTS `tagsmith_operation` (
    `number` BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    `id` CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    `kind` VARCHAR(16) NOT NULL,
    `vocabulary` VARCHAR(255) NOT NULL,
    `author` VARCHAR(255) NOT NULL,
    `at` DATETIME(3) NOT NULL,
    `summary` TEXT NOT NULL,
    `row_count` BIGINT NOT NULL,
    `byte_count` BIGINT NOT NULL,
    `undoes` CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
    `undone_by` CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
    UNIQUE KEY `tagsmith_operation_id` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- One row for each part of a step: a step is one statement, a part some hundred of its rows.
-- image 0: the rows as they were; image 1: as they became, in the same order.
CREATE TABLE IF NOT EXISTS `tagsmith_change` (
    `operation` BIGINT NOT NULL,
    `step` INT NOT NULL,
    `part` INT NOT NULL,
    `image` TINYINT NOT NULL,
    `table_name` VARCHAR(64) NOT NULL,
    `layout` TEXT NOT NULL,
    `row_count` INT NOT NULL,
    `row_data` LONGTEXT NOT NULL,
    PRIMARY KEY (`operation`, `step`, `part`, `image`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
