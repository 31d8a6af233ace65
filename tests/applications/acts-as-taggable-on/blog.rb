# SPDX-FileCopyrightText: The Tagsmith authors
# SPDX-License-Identifier: GPL-3.0-or-later

require 'active_record'
require 'acts-as-taggable-on'

# A new database with the tables as acts-as-taggable-on's own migrations make them, and with those
# of a blog, whose posts and photos carry tags in two contexts, some of them given by a user. Photos
# keep the list of their tags in a column as well.
module Blog
  def self.connect
    name = ENV.fetch('TAGSMITH_DATABASE')
    settings = if ENV['TAGSMITH_ENGINE'] == 'sqlite'
                 { adapter: 'sqlite3', database: name }
               else
                 { adapter: 'mysql2', database: name, username: 'root', encoding: 'utf8mb4',
                   socket: ENV.fetch('TAGSMITH_SOCKET') }
               end
    ActiveRecord::Base.establish_connection(settings)
  end

  def self.make_tables
    ActiveRecord::Migration.verbose = false
    folder = File.join(Gem.loaded_specs.fetch('acts-as-taggable-on').full_gem_path, 'db/migrate')
    migrations = ActiveRecord::MigrationContext.new(folder, ActiveRecord::SchemaMigration)
    migrations.migrate(1)
    # MariaDB cannot follow the second migration, which drops an index that this key needs; so that
    # installations there go without it.
    unless ENV['TAGSMITH_ENGINE'] == 'sqlite'
      ActiveRecord::Base.connection.remove_foreign_key(:taggings, :tags)
    end
    migrations.migrate
    ActiveRecord::Schema.define do
      create_table(:posts) { |table| table.string :title }
      create_table(:photos) do |table|
        table.string :title
        table.text :cached_tag_list
      end
      create_table(:users) { |table| table.string :name }
    end
  end

  class Post < ActiveRecord::Base
    self.table_name = 'posts'
    acts_as_taggable_on :tags, :skills
  end

  class Photo < ActiveRecord::Base
    self.table_name = 'photos'
    acts_as_taggable_on :tags
  end

  class User < ActiveRecord::Base
    self.table_name = 'users'
    acts_as_tagger
  end
end
