-- laravel-tags as Laravel makes it on SQLite, whose JSON columns are text.
CREATE TABLE "{prefix}tags" (
    "id" integer primary key autoincrement not null,
    "name" text not null,
    "slug" text not null,
    "type" varchar,
    "order_column" integer,
    "created_at" datetime,
    "updated_at" datetime
);
CREATE TABLE "{prefix}taggables" (
    "tag_id" integer not null,
    "taggable_type" varchar not null,
    "taggable_id" integer not null,
    foreign key("tag_id") references "{prefix}tags"("id") on delete cascade
);
CREATE INDEX "{prefix}taggables_taggable_type_taggable_id_index" on "{prefix}taggables" ("taggable_type", "taggable_id");
CREATE UNIQUE INDEX "{prefix}taggables_tag_id_taggable_id_taggable_type_unique" on "{prefix}taggables" ("tag_id", "taggable_id", "taggable_type");
