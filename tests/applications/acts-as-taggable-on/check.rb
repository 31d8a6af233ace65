# SPDX-FileCopyrightText: The Tagsmith authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Lets acts-as-taggable-on judge a merge, a rename and a delete; see ../README.md.

gem 'acts-as-taggable-on'
require 'csv'
require 'set'
require_relative 'tagsmith'
require_relative 'blog'

Tag = ActsAsTaggableOn::Tag
Tagging = ActsAsTaggableOn::Tagging

# What is tagged: an object in a context by a user, or by nobody.
Place = Struct.new(:object, :context, :user) do
  # The tags there, as acts-as-taggable-on lists them.
  def list
    tags = user ? object.class.find(object.id).owner_tags_on(user, context) : fresh_tags
    tags.map(&:name).sort
  end

  def fresh_tags
    object.class.find(object.id).tags_on(context)
  end
end

# Tags objects through acts-as-taggable-on; answers with the tags of each place: {Place => [names]}.
def fill
  tags_of = CSV.read(ENV.fetch('TAGSMITH_TAGGINGS'), headers: true)
               .group_by { |row| row['package'] }
               .transform_values { |rows| rows.map { |row| row['tag'] }.uniq }
  ann = Blog::User.create!(name: 'Ann')
  bob = Blog::User.create!(name: 'Bob')
  model = {}
  ActiveRecord::Base.transaction do
    tags_of.each do |name, tags|
      post = Blog::Post.create!(title: name)
      photo = Blog::Photo.create!(title: name)
      [Place.new(post, :tags), Place.new(post, :skills), Place.new(photo, :tags),
       Place.new(post, :tags, ann), Place.new(post, :tags, bob)].each_with_index do |place, number|
        # Each leaves out others, so that it has merges of its own.
        its = tags.reject.with_index { |_, index| index % 5 == number }
        give(place, its)
        model[place] = its
      end
    end
    Tag.create!(name: 'never used')
  end
  model
end

def give(place, tags)
  if place.user
    place.user.tag(place.object, with: tags, on: place.context)
  else
    place.object.set_tag_list_on(place.context, tags)
    place.object.save!
  end
end

# A second tagging of the same post with the same tag: as its tagger is NULL, the unique key does
# not see it, and two requests at the same time do make it. The tag and the place are answered.
def duplicate(model, tag, target)
  place = model.keys.find do |each|
    each.user.nil? && model[each].include?(tag) && !model[each].include?(target)
  end
  raise Disagreement, "no place has #{tag} without #{target}" unless place

  first = Tagging.find_by!(tag: Tag.find_by!(name: tag), taggable: place.object,
                           context: place.context.to_s, tagger_id: nil)
  first.dup.save!(validate: false)
  model[place] << tag
end

def uses(model)
  model.values.flatten.tally
end

# The most used tags first.
def most_used(model)
  uses(model).sort_by { |tag, count| [-count, tag] }.map(&:first)
end

# All rows of all tables of the application.
def everything
  connection = ActiveRecord::Base.connection
  connection.uncached do
    connection.tables.grep_v(/^tagsmith_/).to_h do |table|
      rows = connection.select_rows("SELECT * FROM #{connection.quote_table_name(table)}")
      [table, rows.sort_by(&:to_s)]
    end
  end
end

# First as a dry run, which must change nothing and foretell what the real run does; then undone,
# which must leave every row as it was before, and redone.
def run_twice(tagsmith, *arguments)
  before = everything
  shown = tagsmith.run(*arguments, '--dry-run')
  expect(shown['operation'], nil, 'operation of a dry run')
  expect(everything == before, true, 'a dry run leaves every row as it was')
  done = tagsmith.run(*arguments)
  expect(done['operation'].size, 36, "length of the operation's UUID")
  %w[tags references children counters].each do |member|
    expect(shown[member], done[member], "#{member} of the dry run")
  end
  after = everything
  undone = tagsmith.run('undo', done['operation'])
  expect(everything == before, true, 'an undo leaves every row as it was before')
  expect(tagsmith.run('undo', undone['operation'])['kind'], 'redo', 'an undo of the undo')
  expect(everything == after, true, 'a redo leaves every row as it was after')
  done
end

# Runs a command that must be refused, without changing anything; answers with its reason.
def refused(tagsmith, *arguments)
  before = everything
  message = tagsmith.run(*arguments, status: 3)['error']['message']
  expect(everything == before, true, 'a refused command leaves every row as it was')
  message
end

def counts(receipt)
  expect(receipt['references'].map { |each| each['table'] }, ['taggings'], 'tables of the receipt')
  receipt['references'].first.values_at('moved', 'collapsed', 'removed')
end

# Asks acts-as-taggable-on itself for lists and counts, and its tables for duplicates and danglings.
def agree(model, tags, duplicates: 0)
  expect(Tag.pluck(:name).sort, tags.sort, 'names of the tags')
  model.each do |place, its|
    expect(place.list.uniq, its.uniq.sort, "tags of #{place.object.title} (#{place.context})")
    next unless place.object.is_a?(Blog::Photo)

    cached = Blog::Photo.find(place.object.id).cached_tag_list.split(', ')
    expect(cached.sort, its.uniq.sort, "cached_tag_list of #{place.object.title}")
  end
  counted = uses(model)
  tags.each do |name|
    tag = Tag.find_by!(name: name)
    expect(tag.taggings_count, counted.fetch(name, 0), "taggings_count of #{name}")
    expect(tag.taggings.count, tag.taggings_count, "taggings of #{name}")
    Tag.reset_counters(tag.id, :taggings)
    expect(tag.reload.taggings_count, counted.fetch(name, 0), "taggings_count after a recount")
    expect(Blog::Photo.tagged_with(name).count, photos_with(model, name), "photos with #{name}")
  end
  same = %i[tag_id taggable_type taggable_id context tagger_type tagger_id tenant]
  expect(Tagging.count - Tagging.distinct.pluck(*same).size, duplicates, 'duplicate taggings')
  expect(Tagging.where.missing(:tag).count, 0, 'taggings of no tag')
end

# A photo with a duplicate comes twice.
def photos_with(model, tag)
  model.sum { |place, its| place.object.is_a?(Blog::Photo) ? its.count(tag) : 0 }
end

def check_reading(tagsmith, vocabulary, model, tags)
  expect(vocabulary['preset'], 'acts-as-taggable-on', 'the preset')
  references = vocabulary['references'].map { |each| each.values_at('table', 'column') }
  expect(references, [%w[taggings tag_id]], 'the references')
  counters = vocabulary['counters'].map { |each| each['column'] }
  expect(counters, ['taggings_count'], 'the counters')
  listed = tagsmith.run('list')['tags'].to_h { |tag| [tag['name'], tag['uses']] }
  expect(listed, tags.to_h { |tag| [tag, uses(model).fetch(tag, 0)] }, 'tags and uses of list')
  unused = tagsmith.run('list', '--unused')['tags'].map { |tag| tag['name'] }
  expect(unused, ['never used'], 'unused tags')
  puts "  inspect and list: #{listed.size} tags, #{listed.values.sum} uses, as in taggings_count"
end

def check_merge(tagsmith, model, tags)
  target, *sources = most_used(model).first(4)
  duplicate(model, sources.first, target)
  agree(model, tags, duplicates: 1)
  moved = collapsed = 0
  model.each do |place, its|
    gone, stay = its.partition { |tag| sources.include?(tag) }
    next if gone.empty?

    moves = stay.include?(target) ? 0 : 1
    moved += moves
    collapsed += gone.size - moves
    model[place] = stay | [target]
  end
  receipt = run_twice(tagsmith, 'merge', *sources, '--into', target)
  expect(counts(receipt), [moved, collapsed, 0], 'what the merge counted')
  tags.reject! { |tag| sources.include?(tag) }
  agree(model, tags)
  puts "  merge of #{sources.join(', ')} into #{target}:"
  puts "    #{moved} moved, #{collapsed} collapsed, one of them a duplicate with a NULL tagger;"
  puts '    lists and taggings_count agree'
end

def check_rename(tagsmith, model, tags)
  old, other = most_used(model)[1, 2]
  new = 'Renamed ünïcode'
  message = refused(tagsmith, 'rename', old, other)
  expect(message.include?('merge'), true, "the message offers to merge: #{message}")
  run_twice(tagsmith, 'rename', old, new)
  model.transform_values! { |its| its.map { |tag| tag == old ? new : tag } }
  tags.map! { |tag| tag == old ? new : tag }
  agree(model, tags)
  puts "  rename of #{old}: lists and taggings_count agree"
end

def check_delete(tagsmith, model, tags)
  gone = most_used(model)[3]
  removed = uses(model).fetch(gone)
  refused(tagsmith, 'delete', gone)
  receipt = run_twice(tagsmith, 'delete', gone, 'never used', '--with-taggings')
  expect(counts(receipt), [0, 0, removed], 'what delete counted')
  model.transform_values! { |its| its - [gone] }
  tags.reject! { |tag| [gone, 'never used'].include?(tag) }
  agree(model, tags)
  puts "  delete of #{gone}: #{removed} removed, lists and taggings_count agree"
end

begin
  Blog.connect
  Blog.make_tables
  model = fill
  tags = (model.values.flatten + ['never used']).uniq
  puts "acts-as-taggable-on #{ActsAsTaggableOn::VERSION} on #{ENV['TAGSMITH_ENGINE']}: " \
       "#{model.keys.map(&:object).uniq.size} objects"
  agree(model, tags)
  vocabulary = Tagsmith.vocabulary_of('tags')
  tagsmith = Tagsmith.new(vocabulary['name'])
  check_reading(tagsmith, vocabulary, model, tags)
  tagsmith.run('init')
  check_merge(tagsmith, model, tags)
  check_rename(tagsmith, model, tags)
  check_delete(tagsmith, model, tags)
rescue Disagreement => e
  puts "  #{e.message}"
  exit 1
rescue Interrupt
  exit 130
end
