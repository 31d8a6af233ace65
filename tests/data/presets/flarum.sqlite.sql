-- Flarum 2: tags, who follows and mentions them, and the discussions that their counters are about.
CREATE TABLE "{prefix}users" (
    "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
    "username" varchar NOT NULL,
    "email" varchar NOT NULL
);
CREATE UNIQUE INDEX "{prefix}users_username_unique" ON "{prefix}users" ("username");
CREATE UNIQUE INDEX "{prefix}users_email_unique" ON "{prefix}users" ("email");
CREATE TABLE "{prefix}groups" (
    "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
    "name_singular" varchar NOT NULL,
    "name_plural" varchar NOT NULL
);
CREATE TABLE "{prefix}group_permission" (
    "group_id" integer NOT NULL,
    "permission" varchar NOT NULL,
    "created_at" datetime,
    PRIMARY KEY ("group_id", "permission"),
    FOREIGN KEY ("group_id") REFERENCES "{prefix}groups" ("id") ON DELETE CASCADE
);
CREATE TABLE "{prefix}discussions" (
    "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
    "title" varchar NOT NULL,
    "comment_count" integer NOT NULL DEFAULT 1,
    "created_at" datetime NOT NULL,
    "user_id" integer,
    "first_post_id" integer,
    "last_posted_at" datetime,
    "last_posted_user_id" integer,
    "last_post_id" integer,
    "hidden_at" datetime,
    "slug" varchar NOT NULL,
    "is_private" tinyint(1) NOT NULL DEFAULT 0,
    FOREIGN KEY ("user_id") REFERENCES "{prefix}users" ("id") ON DELETE SET NULL,
    FOREIGN KEY ("last_posted_user_id") REFERENCES "{prefix}users" ("id") ON DELETE SET NULL
);
CREATE TABLE "{prefix}posts" (
    "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
    "discussion_id" integer NOT NULL,
    "number" integer,
    "created_at" datetime NOT NULL,
    "user_id" integer,
    "type" varchar,
    "content" text,
    "hidden_at" datetime,
    "is_private" tinyint(1) NOT NULL DEFAULT 0,
    FOREIGN KEY ("discussion_id") REFERENCES "{prefix}discussions" ("id") ON DELETE CASCADE,
    FOREIGN KEY ("user_id") REFERENCES "{prefix}users" ("id") ON DELETE SET NULL
);
CREATE UNIQUE INDEX "{prefix}posts_discussion_id_number_unique" ON "{prefix}posts" ("discussion_id", "number");
CREATE TABLE "{prefix}tags" (
    "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
    "name" varchar NOT NULL,
    "slug" varchar NOT NULL,
    "description" text,
    "color" varchar,
    "background_path" varchar,
    "background_mode" varchar,
    "is_primary" tinyint(1) NOT NULL DEFAULT 0,
    "position" integer,
    "parent_id" integer,
    "default_sort" varchar,
    "is_restricted" tinyint(1) NOT NULL DEFAULT 0,
    "is_hidden" tinyint(1) NOT NULL DEFAULT 0,
    "discussion_count" integer NOT NULL DEFAULT 0,
    "last_posted_at" datetime,
    "last_posted_discussion_id" integer,
    "last_posted_user_id" integer,
    "icon" varchar,
    "created_at" datetime DEFAULT CURRENT_TIMESTAMP,
    "updated_at" datetime DEFAULT CURRENT_TIMESTAMP,
    FOREIGN KEY ("parent_id") REFERENCES "{prefix}tags" ("id") ON DELETE SET NULL,
    FOREIGN KEY ("last_posted_discussion_id") REFERENCES "{prefix}discussions" ("id") ON DELETE SET NULL,
    FOREIGN KEY ("last_posted_user_id") REFERENCES "{prefix}users" ("id") ON DELETE SET NULL
);
CREATE UNIQUE INDEX "{prefix}tags_slug_unique" ON "{prefix}tags" ("slug");
CREATE TABLE "{prefix}discussion_tag" (
    "discussion_id" integer NOT NULL,
    "tag_id" integer NOT NULL,
    "created_at" datetime DEFAULT CURRENT_TIMESTAMP,
    PRIMARY KEY ("discussion_id", "tag_id"),
    FOREIGN KEY ("discussion_id") REFERENCES "{prefix}discussions" ("id") ON DELETE CASCADE,
    FOREIGN KEY ("tag_id") REFERENCES "{prefix}tags" ("id") ON DELETE CASCADE
);
CREATE TABLE "{prefix}tag_user" (
    "user_id" integer NOT NULL,
    "tag_id" integer NOT NULL,
    "marked_as_read_at" datetime,
    "is_hidden" tinyint(1) NOT NULL DEFAULT 0,
    PRIMARY KEY ("user_id", "tag_id"),
    FOREIGN KEY ("tag_id") REFERENCES "{prefix}tags" ("id") ON DELETE CASCADE,
    FOREIGN KEY ("user_id") REFERENCES "{prefix}users" ("id") ON DELETE CASCADE
);
CREATE TABLE "{prefix}post_mentions_tag" (
    "post_id" integer NOT NULL,
    "mentions_tag_id" integer NOT NULL,
    "created_at" datetime DEFAULT CURRENT_TIMESTAMP,
    PRIMARY KEY ("post_id", "mentions_tag_id"),
    FOREIGN KEY ("post_id") REFERENCES "{prefix}posts" ("id") ON DELETE CASCADE,
    FOREIGN KEY ("mentions_tag_id") REFERENCES "{prefix}tags" ("id") ON DELETE CASCADE
);
