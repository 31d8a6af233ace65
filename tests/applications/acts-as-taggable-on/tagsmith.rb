# SPDX-FileCopyrightText: The Tagsmith authors
# SPDX-License-Identifier: GPL-3.0-or-later

require 'json'
require 'open3'

# Something is not as the model says; the text says what.
class Disagreement < StandardError; end

def expect(found, expected, what)
  return if found == expected

  if [found, expected].all? { |value| value.respond_to?(:to_a) }
    found, expected = [found.to_a - expected.to_a, expected.to_a - found.to_a]
  end
  shown = [expected, found].map { |value| value.inspect[0, 500] }
  raise Disagreement, format('%s: expected %s, found %s', what, *shown)
end

# Runs the tagsmith command.
class Tagsmith
  def initialize(vocabulary = nil)
    @options = vocabulary ? ['--vocabulary', vocabulary] : []
  end

  # The JSON that a command answers with; status is what it should exit with.
  def run(*arguments, status: 0)
    command = [ENV.fetch('TAGSMITH_BINARY'), '--db', ENV.fetch('TAGSMITH_URL'), *@options]
    out, err, ended = Open3.capture3(*command, '--json', *arguments)
    unless ended.exitstatus == status
      raise Disagreement, "tagsmith #{arguments.join(' ')}: exit status #{ended.exitstatus} " \
                          "instead of #{status}: #{err.strip}"
    end
    JSON.parse(out)
  end

  # What `tagsmith inspect` says about the vocabulary in a table.
  def self.vocabulary_of(table)
    found = new.run('inspect')['vocabularies'].select { |each| each['table'] == table }
    expect(found.size, 1, "vocabularies in #{table}")
    found.first
  end
end
