-- acts-as-taggable-on 9.0 with its seven migrations, and an owner's table that caches its tags.
CREATE TABLE `{prefix}tags` (
    `id` bigint NOT NULL AUTO_INCREMENT PRIMARY KEY,
    `name` varchar(255) CHARACTER SET utf8mb3 COLLATE utf8mb3_bin DEFAULT NULL,
    `created_at` datetime(6) NOT NULL,
    `updated_at` datetime(6) NOT NULL,
    `taggings_count` int DEFAULT 0,
    UNIQUE KEY `index_{prefix}tags_on_name` (`name`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
CREATE TABLE `{prefix}taggings` (
    `id` bigint NOT NULL AUTO_INCREMENT PRIMARY KEY,
    `tag_id` bigint DEFAULT NULL,
    `taggable_type` varchar(255) DEFAULT NULL,
    `taggable_id` bigint DEFAULT NULL,
    `tagger_type` varchar(255) DEFAULT NULL,
    `tagger_id` bigint DEFAULT NULL,
    `context` varchar(128) DEFAULT NULL,
    `created_at` datetime(6) DEFAULT NULL,
    `tenant` varchar(128) DEFAULT NULL,
    UNIQUE KEY `taggings_idx` (`tag_id`, `taggable_id`, `taggable_type`, `context`, `tagger_id`, `tagger_type`),
    KEY `taggings_taggable_context_idx` (`taggable_id`, `taggable_type`, `context`),
    KEY `taggings_idy` (`taggable_id`, `taggable_type`, `tagger_id`, `context`),
    CONSTRAINT `fk_{prefix}rails_9fcd2e236b` FOREIGN KEY (`tag_id`) REFERENCES `{prefix}tags` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
CREATE TABLE `{prefix}blog_articles` (
    `id` bigint NOT NULL AUTO_INCREMENT PRIMARY KEY,
    `title` varchar(255) DEFAULT NULL,
    `cached_tag_list` text DEFAULT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
