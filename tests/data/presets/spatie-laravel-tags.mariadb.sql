-- laravel-tags as Laravel makes it on MariaDB, whose JSON columns are checked text.
CREATE TABLE `{prefix}tags` (
    `id` bigint unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY,
    `name` longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL CHECK (json_valid(`name`)),
    `slug` longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL CHECK (json_valid(`slug`)),
    `type` varchar(255) DEFAULT NULL,
    `order_column` int(11) DEFAULT NULL,
    `created_at` timestamp NULL DEFAULT NULL,
    `updated_at` timestamp NULL DEFAULT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
CREATE TABLE `{prefix}taggables` (
    `tag_id` bigint unsigned NOT NULL,
    `taggable_type` varchar(255) NOT NULL,
    `taggable_id` bigint unsigned NOT NULL,
    UNIQUE KEY `{prefix}taggables_tag_id_taggable_id_taggable_type_unique` (`tag_id`, `taggable_id`, `taggable_type`),
    KEY `{prefix}taggables_taggable_type_taggable_id_index` (`taggable_type`, `taggable_id`),
    CONSTRAINT `{prefix}taggables_tag_id_foreign` FOREIGN KEY (`tag_id`) REFERENCES `{prefix}tags` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
