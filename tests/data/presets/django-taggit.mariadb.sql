-- django-taggit 3.1 as Django 3.2 makes it, and a project's own through table with UUIDs.
CREATE TABLE `django_content_type` (
    `id` integer AUTO_INCREMENT NOT NULL PRIMARY KEY,
    `app_label` varchar(100) NOT NULL,
    `model` varchar(100) NOT NULL,
    CONSTRAINT `django_content_type_app_label_model_76bd3d3b_uniq` UNIQUE (`app_label`, `model`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
CREATE TABLE `taggit_tag` (
    `id` integer AUTO_INCREMENT NOT NULL PRIMARY KEY,
    `name` varchar(100) NOT NULL UNIQUE,
    `slug` varchar(100) NOT NULL UNIQUE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
CREATE TABLE `taggit_taggeditem` (
    `id` integer AUTO_INCREMENT NOT NULL PRIMARY KEY,
    `object_id` integer NOT NULL,
    `content_type_id` integer NOT NULL,
    `tag_id` integer NOT NULL,
    KEY `taggit_taggeditem_object_id_e2d7d1df` (`object_id`),
    CONSTRAINT `taggit_taggeditem_content_type_id_object_id_tag_id_4bb97a8e_uniq` UNIQUE (`content_type_id`, `object_id`, `tag_id`),
    CONSTRAINT `taggit_taggeditem_content_type_id_9957a03c_fk_django_co` FOREIGN KEY (`content_type_id`) REFERENCES `django_content_type` (`id`),
    CONSTRAINT `taggit_taggeditem_tag_id_f4f5b767_fk_taggit_tag_id` FOREIGN KEY (`tag_id`) REFERENCES `taggit_tag` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
CREATE TABLE `library_taggedbook` (
    `id` integer AUTO_INCREMENT NOT NULL PRIMARY KEY,
    `object_id` char(32) NOT NULL,
    `content_type_id` integer NOT NULL,
    `tag_id` integer NOT NULL,
    CONSTRAINT `library_taggedbook_content_type_id_object_id_tag_id_uniq` UNIQUE (`content_type_id`, `object_id`, `tag_id`),
    CONSTRAINT `library_taggedbook_content_type_id_fk` FOREIGN KEY (`content_type_id`) REFERENCES `django_content_type` (`id`),
    CONSTRAINT `library_taggedbook_tag_id_fk` FOREIGN KEY (`tag_id`) REFERENCES `taggit_tag` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
