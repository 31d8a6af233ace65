-- Flarum 2: tags, who follows and mentions them, and the discussions that their counters are about.
CREATE TABLE `{prefix}users` (
    `id` int(10) unsigned NOT NULL AUTO_INCREMENT,
    `username` varchar(100) NOT NULL,
    `email` varchar(150) NOT NULL,
    PRIMARY KEY (`id`),
    UNIQUE KEY `{prefix}users_username_unique` (`username`),
    UNIQUE KEY `{prefix}users_email_unique` (`email`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
CREATE TABLE `{prefix}groups` (
    `id` int(10) unsigned NOT NULL AUTO_INCREMENT,
    `name_singular` varchar(100) NOT NULL,
    `name_plural` varchar(100) NOT NULL,
    PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
CREATE TABLE `{prefix}group_permission` (
    `group_id` int(10) unsigned NOT NULL,
    `permission` varchar(100) NOT NULL,
    `created_at` datetime DEFAULT NULL,
    PRIMARY KEY (`group_id`, `permission`),
    CONSTRAINT `{prefix}group_permission_group_id_foreign` FOREIGN KEY (`group_id`) REFERENCES `{prefix}groups` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
CREATE TABLE `{prefix}discussions` (
    `id` int(10) unsigned NOT NULL AUTO_INCREMENT,
    `title` varchar(200) NOT NULL,
    `comment_count` int(10) unsigned NOT NULL DEFAULT 1,
    `created_at` datetime NOT NULL,
    `user_id` int(10) unsigned DEFAULT NULL,
    `first_post_id` int(10) unsigned DEFAULT NULL,
    `last_posted_at` datetime DEFAULT NULL,
    `last_posted_user_id` int(10) unsigned DEFAULT NULL,
    `last_post_id` int(10) unsigned DEFAULT NULL,
    `hidden_at` datetime DEFAULT NULL,
    `slug` varchar(255) NOT NULL,
    `is_private` tinyint(1) NOT NULL DEFAULT 0,
    PRIMARY KEY (`id`),
    CONSTRAINT `{prefix}discussions_user_id_foreign` FOREIGN KEY (`user_id`) REFERENCES `{prefix}users` (`id`) ON DELETE SET NULL,
    CONSTRAINT `{prefix}discussions_last_posted_user_id_foreign` FOREIGN KEY (`last_posted_user_id`) REFERENCES `{prefix}users` (`id`) ON DELETE SET NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
CREATE TABLE `{prefix}posts` (
    `id` int(10) unsigned NOT NULL AUTO_INCREMENT,
    `discussion_id` int(10) unsigned NOT NULL,
    `number` int(10) unsigned DEFAULT NULL,
    `created_at` datetime NOT NULL,
    `user_id` int(10) unsigned DEFAULT NULL,
    `type` varchar(100) DEFAULT NULL,
    `content` mediumtext DEFAULT NULL,
    `hidden_at` datetime DEFAULT NULL,
    `is_private` tinyint(1) NOT NULL DEFAULT 0,
    PRIMARY KEY (`id`),
    UNIQUE KEY `{prefix}posts_discussion_id_number_unique` (`discussion_id`, `number`),
    CONSTRAINT `{prefix}posts_discussion_id_foreign` FOREIGN KEY (`discussion_id`) REFERENCES `{prefix}discussions` (`id`) ON DELETE CASCADE,
    CONSTRAINT `{prefix}posts_user_id_foreign` FOREIGN KEY (`user_id`) REFERENCES `{prefix}users` (`id`) ON DELETE SET NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
CREATE TABLE `{prefix}tags` (
    `id` int(10) unsigned NOT NULL AUTO_INCREMENT,
    `name` varchar(100) NOT NULL,
    `slug` varchar(100) NOT NULL,
    `description` text DEFAULT NULL,
    `color` varchar(50) DEFAULT NULL,
    `background_path` varchar(100) DEFAULT NULL,
    `background_mode` varchar(100) DEFAULT NULL,
    `is_primary` tinyint(1) NOT NULL DEFAULT 0,
    `position` int(11) DEFAULT NULL,
    `parent_id` int(10) unsigned DEFAULT NULL,
    `default_sort` varchar(50) DEFAULT NULL,
    `is_restricted` tinyint(1) NOT NULL DEFAULT 0,
    `is_hidden` tinyint(1) NOT NULL DEFAULT 0,
    `discussion_count` int(10) unsigned NOT NULL DEFAULT 0,
    `last_posted_at` datetime DEFAULT NULL,
    `last_posted_discussion_id` int(10) unsigned DEFAULT NULL,
    `last_posted_user_id` int(10) unsigned DEFAULT NULL,
    `icon` varchar(100) DEFAULT NULL,
    `created_at` timestamp NULL DEFAULT current_timestamp(),
    `updated_at` timestamp NULL DEFAULT current_timestamp() ON UPDATE current_timestamp(),
    PRIMARY KEY (`id`),
    UNIQUE KEY `{prefix}tags_slug_unique` (`slug`),
    CONSTRAINT `{prefix}tags_parent_id_foreign` FOREIGN KEY (`parent_id`) REFERENCES `{prefix}tags` (`id`) ON DELETE SET NULL,
    CONSTRAINT `{prefix}tags_last_posted_discussion_id_foreign` FOREIGN KEY (`last_posted_discussion_id`) REFERENCES `{prefix}discussions` (`id`) ON DELETE SET NULL,
    CONSTRAINT `{prefix}tags_last_posted_user_id_foreign` FOREIGN KEY (`last_posted_user_id`) REFERENCES `{prefix}users` (`id`) ON DELETE SET NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
CREATE TABLE `{prefix}discussion_tag` (
    `discussion_id` int(10) unsigned NOT NULL,
    `tag_id` int(10) unsigned NOT NULL,
    `created_at` timestamp NULL DEFAULT current_timestamp(),
    PRIMARY KEY (`discussion_id`, `tag_id`),
    CONSTRAINT `{prefix}discussion_tag_discussion_id_foreign` FOREIGN KEY (`discussion_id`) REFERENCES `{prefix}discussions` (`id`) ON DELETE CASCADE,
    CONSTRAINT `{prefix}discussion_tag_tag_id_foreign` FOREIGN KEY (`tag_id`) REFERENCES `{prefix}tags` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
CREATE TABLE `{prefix}tag_user` (
    `user_id` int(10) unsigned NOT NULL,
    `tag_id` int(10) unsigned NOT NULL,
    `marked_as_read_at` datetime DEFAULT NULL,
    `is_hidden` tinyint(1) NOT NULL DEFAULT 0,
    PRIMARY KEY (`user_id`, `tag_id`),
    CONSTRAINT `{prefix}tag_user_tag_id_foreign` FOREIGN KEY (`tag_id`) REFERENCES `{prefix}tags` (`id`) ON DELETE CASCADE,
    CONSTRAINT `{prefix}tag_user_user_id_foreign` FOREIGN KEY (`user_id`) REFERENCES `{prefix}users` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
CREATE TABLE `{prefix}post_mentions_tag` (
    `post_id` int(10) unsigned NOT NULL,
    `mentions_tag_id` int(10) unsigned NOT NULL,
    `created_at` timestamp NULL DEFAULT current_timestamp(),
    PRIMARY KEY (`post_id`, `mentions_tag_id`),
    CONSTRAINT `{prefix}post_mentions_tag_post_id_foreign` FOREIGN KEY (`post_id`) REFERENCES `{prefix}posts` (`id`) ON DELETE CASCADE,
    CONSTRAINT `{prefix}post_mentions_tag_mentions_tag_id_foreign` FOREIGN KEY (`mentions_tag_id`) REFERENCES `{prefix}tags` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
