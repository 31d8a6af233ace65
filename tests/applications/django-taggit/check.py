# SPDX-FileCopyrightText: The Tagsmith authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Lets django-taggit judge a merge, a rename and a delete; see ../README.md."""

import csv
import os
import sys
from collections import Counter, defaultdict

import project
from tagsmith import Disagreement, Tagsmith, expect, vocabulary_of

project.set_up()

# Models can be imported only once the project is set up.
from catalogue.models import Book, Manual, Package, Picture, TaggedBook, TaggedPicture  # noqa: E402
from django.db import connection, transaction  # noqa: E402
from taggit.models import Tag, TaggedItem  # noqa: E402

MODELS = [Package, Manual, Book, Picture]
THROUGH = {
    "taggit_taggeditem": TaggedItem,
    "catalogue_taggedbook": TaggedBook,
    "catalogue_taggedpicture": TaggedPicture,
}
TABLE_OF = {
    Package: "taggit_taggeditem",
    Manual: "taggit_taggeditem",
    Book: "catalogue_taggedbook",
    Picture: "catalogue_taggedpicture",
}


@transaction.atomic
def fill():
    """Tags objects through taggit; answers with the tags of each, as they should be."""
    tags_of = defaultdict(set)
    with open(os.environ["TAGSMITH_TAGGINGS"], encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            tags_of[row["package"]].add(row["tag"])
    model = {}
    for number, kind in enumerate(MODELS):
        for name, tags in sorted(tags_of.items()):
            thing = kind.objects.create(name=name)
            # Each model leaves out others, so that it has merges of its own.
            its = {tag for i, tag in enumerate(sorted(tags)) if i % len(MODELS) != number}
            thing.tags.add(*its)
            model[thing] = its
    Tag.objects.create(name="never used")
    return model


def most_used(model):
    """The tags, the most used first."""
    uses = Counter(tag for tags in model.values() for tag in tags)
    return sorted(uses, key=lambda tag: (-uses[tag], tag))


def everything():
    """All rows of all tables of the application."""
    rows = {}
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names():
            if table.startswith("tagsmith_"):
                continue
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            rows[table] = sorted(cursor.fetchall(), key=repr)
    return rows


def run_twice(tagsmith, *arguments):
    """First as a dry run, which must change nothing and foretell what the real run does.

    Then undone, which must leave every row as it was before, and redone.
    """
    before = everything()
    shown = tagsmith.run(*arguments, "--dry-run")
    expect(shown["operation"], None, "operation of a dry run")
    expect(everything() == before, True, "a dry run leaves every row as it was")
    done = tagsmith.run(*arguments)
    expect(len(done["operation"]), 36, "length of the operation's UUID")
    for member in ("tags", "references", "children", "counters"):
        expect(shown[member], done[member], f"{member} of the dry run")
    after = everything()
    undone = tagsmith.run("undo", done["operation"])
    expect(everything() == before, True, "an undo leaves every row as it was before")
    expect(tagsmith.run("undo", undone["operation"])["kind"], "redo", "an undo of the undo")
    expect(everything() == after, True, "a redo leaves every row as it was after")
    return done


def counts(receipt):
    """{table: (moved, collapsed, removed)} of the references where anything happened."""
    found = {
        reference["table"]: (reference["moved"], reference["collapsed"], reference["removed"])
        for reference in receipt["references"]
    }
    return {table: numbers for table, numbers in found.items() if any(numbers)}


def agree(model, tags):
    """Asks taggit itself for lists and counts, and its tables for duplicates and danglings."""
    expect(set(Tag.objects.values_list("name", flat=True)), tags, "names of the tags")
    for thing, expected in model.items():
        expect(sorted(thing.tags.names()), sorted(expected), f"tags of {thing.name}")
    for kind in MODELS:
        uses = Counter(t for thing, its in model.items() if type(thing) is kind for t in its)
        found = {tag.name: tag.num_times for tag in kind.tags.most_common()}
        expect(found, dict(uses), f"most_common() of {kind.__name__}")
        for tag in most_used(model)[:5]:
            found = kind.objects.filter(tags__name__in=[tag]).count()
            expect(found, uses[tag], f"{kind.__name__} objects tagged {tag}")
    for table, through in THROUGH.items():
        rows = list(through.objects.values())
        distinct = {tuple(v for k, v in sorted(row.items()) if k != "id") for row in rows}
        expect(len(rows) - len(distinct), 0, f"duplicate taggings in {table}")
    connection.check_constraints()  # raises where a row points at nothing


def check_merge(tagsmith, model, tags):
    target, *sources = most_used(model)[:4]
    expected = {table: [0, 0, 0] for table in THROUGH}
    for thing, its in model.items():
        gone = its & set(sources)
        moves = 1 if gone and target not in its else 0
        expected[TABLE_OF[type(thing)]][0] += moves
        expected[TABLE_OF[type(thing)]][1] += len(gone) - moves
        if gone:
            its -= gone
            its.add(target)
    receipt = run_twice(tagsmith, "merge", *sources, "--into", target)
    expected = {table: tuple(numbers) for table, numbers in expected.items()}
    expect(counts(receipt), expected, "what the merge counted")
    tags -= set(sources)
    agree(model, tags)
    moved, collapsed, _ = (sum(column) for column in zip(*expected.values()))
    print(f"  merge of {', '.join(sources)} into {target}:")
    print(f"    {moved} moved, {collapsed} collapsed; taggit's lists and counts agree")


def check_rename(tagsmith, model, tags):
    old = most_used(model)[1]
    new = "Renamed, ünïcode"
    slug = Tag.objects.get(name=old).slug
    refused = tagsmith_refuses(tagsmith, "rename", old, most_used(model)[2])
    expect("merge" in refused, True, f"the message offers to merge: {refused}")
    run_twice(tagsmith, "rename", old, new)
    expect(Tag.objects.get(name=new).slug, slug, "the slug, which a rename keeps")
    for its in model.values():
        if old in its:
            its.remove(old)
            its.add(new)
    tags.remove(old)
    tags.add(new)
    agree(model, tags)
    print(f"  rename of {old}: the slug stays, taggit's lists and counts agree")


def check_delete(tagsmith, model, tags):
    gone = most_used(model)[3]
    tagsmith_refuses(tagsmith, "delete", gone)
    receipt = run_twice(tagsmith, "delete", gone, "never used", "--with-taggings")
    expected = Counter(TABLE_OF[type(thing)] for thing, its in model.items() if gone in its)
    expect(counts(receipt), {t: (0, 0, n) for t, n in expected.items()}, "what delete counted")
    for its in model.values():
        its.discard(gone)
    tags -= {gone, "never used"}
    agree(model, tags)
    print(f"  delete of {gone}: {sum(expected.values())} removed, taggit's lists and counts agree")


def tagsmith_refuses(tagsmith, *arguments):
    """Runs a command that must be refused, without changing anything; answers with its reason."""
    before = everything()
    message = tagsmith.run(*arguments, status=3)["error"]["message"]
    expect(everything() == before, True, "a refused command leaves every row as it was")
    return message


def check_reading(tagsmith, vocabulary, model, tags):
    expect(vocabulary["preset"], "django-taggit", "the preset")
    references = {reference["table"] for reference in vocabulary["references"]}
    expect(references, set(THROUGH), "tables that refer to tags")
    listed = {tag["name"]: tag["uses"] for tag in tagsmith.run("list")["tags"]}
    uses = Counter(tag for its in model.values() for tag in its)
    expect(listed, {tag: uses[tag] for tag in tags}, "tags and uses that list shows")
    unused = [tag["name"] for tag in tagsmith.run("list", "--unused")["tags"]]
    expect(unused, ["never used"], "unused tags")
    print(f"  inspect and list: {len(listed)} tags, {sum(uses.values())} uses, as taggit has them")


def main():
    model = fill()
    tags = {tag for its in model.values() for tag in its} | {"never used"}
    print(f"django-taggit on {os.environ['TAGSMITH_ENGINE']}: {len(model)} objects")
    agree(model, tags)
    vocabulary = vocabulary_of("taggit_tag")
    tagsmith = Tagsmith(vocabulary["name"])
    check_reading(tagsmith, vocabulary, model, tags)
    tagsmith.run("init")
    check_merge(tagsmith, model, tags)
    check_rename(tagsmith, model, tags)
    check_delete(tagsmith, model, tags)


try:
    main()
except Disagreement as problem:
    print(f"  {problem}")
    sys.exit(1)
except KeyboardInterrupt:
    sys.exit(130)
