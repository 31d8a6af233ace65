-- acts-as-taggable-on 9.0 with its seven migrations, and an owner's table that caches its tags.
CREATE TABLE "{prefix}tags" (
    "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
    "name" varchar,
    "created_at" datetime(6) NOT NULL,
    "updated_at" datetime(6) NOT NULL,
    "taggings_count" integer DEFAULT 0
);
CREATE UNIQUE INDEX "index_{prefix}tags_on_name" ON "{prefix}tags" ("name");
CREATE TABLE "{prefix}taggings" (
    "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
    "tag_id" integer,
    "taggable_type" varchar,
    "taggable_id" integer,
    "tagger_type" varchar,
    "tagger_id" integer,
    "context" varchar(128),
    "created_at" datetime(6),
    "tenant" varchar(128),
    CONSTRAINT "fk_rails_9fcd2e236b" FOREIGN KEY ("tag_id") REFERENCES "{prefix}tags" ("id")
);
CREATE UNIQUE INDEX "{prefix}taggings_idx" ON "{prefix}taggings" ("tag_id", "taggable_id", "taggable_type", "context", "tagger_id", "tagger_type");
CREATE INDEX "{prefix}taggings_taggable_context_idx" ON "{prefix}taggings" ("taggable_id", "taggable_type", "context");
CREATE INDEX "{prefix}taggings_idy" ON "{prefix}taggings" ("taggable_id", "taggable_type", "tagger_id", "context");
CREATE TABLE "{prefix}blog_articles" (
    "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
    "title" varchar,
    "cached_tag_list" text
);
