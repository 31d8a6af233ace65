// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/HelpText.h"

#include "cli/CommandNames.h"

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

QString overview()
{
    return u"Usage: tagsmith [OPTION]... [COMMAND]\n"
           "See, edit, merge and bulk-import the tags of any database. Without a command a window\n"
           "opens.\n"
           "\n"
           "Commands (tagsmith COMMAND --help tells more):\n"
           "  init [--create-table]              prepare a database: make the journal\n"
           "  inspect                            show the vocabularies found in a database\n"
           "  list [--filter TEXT] [--unused]    show the tags with their uses\n"
           "  add NAME... [--set COLUMN=VALUE]   add tags\n"
           "  set NAME COLUMN=VALUE...           change columns of a tag\n"
           "  rename OLD NEW                     rename a tag, with everything that refers to it\n"
           "  merge SOURCE... --into TARGET      merge tags into one that remains\n"
           "  delete NAME... [--with-taggings]   delete tags\n"
           "  import FILE...|-                   import tags from files\n"
           "  export FILE|-                      export tags to a file\n"
           "  history [OPERATION]                show what was done, and the rows as they were\n"
           "  undo [OPERATION]                   take an operation back\n"_s;
}

QString globalOptions()
{
    return u"\n"
           "Options for every command:\n"
           "  --db URL            sqlite:PATH or\n"
           "                      mysql://USER@HOST[:PORT][,HOST[:PORT]...]/DATABASE[?OPTIONS];\n"
           "                      OPTIONS: socket=PATH, tls=off|require|verify, tls-ca=PATH;\n"
           "                      without --db and --profile: the embedded database\n"
           "  --profile NAME      a recent connection of the window, by its name\n"
           "  --vocabulary NAME   which tags, where a database has more than one vocabulary, as\n"
           "                      inspect names them\n"
           "  --json              answer with one JSON object\n"
           "  --password-stdin    read the password from the first line of standard input;\n"
           "                      the environment variable TAGSMITH_PASSWORD works as well\n"
           "  --dry-run           with a command that writes: tell what it would do, and undo it\n"
           "  --no-journal        with a command that changes tags: do it where there is no\n"
           "                      journal; it cannot be undone\n"
           "  --read-only         refuse every command that writes\n"
           "  --help, --version\n"
           "\n"
           "Exit status: 0 done; 1 the database or a file failed, nothing changed; 2 wrong usage;\n"
           "3 refused or in conflict, nothing changed; 4 done, with rejected rows; 130 cancelled.\n"_s;
}

QString byKeyText()
{
    return u"  --by-key        tags are named by their keys, for those whose name is not unique\n"_s;
}

QString showSqlText()
{
    return u"  --show-sql      show the statements as well; with --json as \"sql\"\n"_s;
}

QString details(CliCommand command)
{
    switch (command) {
    case CliCommand::Init:
        return u"Prepares a database: makes the journal, the tables tagsmith_operation,\n"
               "tagsmith_change and tagsmith_setting, so that every change from then on can be\n"
               "undone. The embedded database has it from the start.\n"
               "  --create-table   make the table `tags` as well, and an SQLite file that is missing\n"_s;
    case CliCommand::Inspect:
        return u"Shows the vocabularies found and the application they are recognised as: tables,\n"
               "columns, references, counters, protected tags, and columns that look like\n"
               "references but are not followed. With --vocabulary that one alone; the values of\n"
               "such columns are then looked at as well.\n"_s;
    case CliCommand::List:
        return u"Shows the tags with their uses; with --json also per reference.\n"
               "  --filter TEXT   only tags that contain TEXT; case and accents do not count\n"
               "  --unused        only tags that no tagging uses\n"_s;
    case CliCommand::Add:
        return u"Adds tags. A name that exists already is a conflict, and nothing is added.\n"
               "  --set COLUMN=VALUE   gives each of them a value; COLUMN= is the empty text,\n"
               "                       COLUMN alone is NULL\n"_s;
    case CliCommand::Set:
        return u"Changes columns of a tag. COLUMN= sets the empty text, COLUMN alone sets NULL.\n"_s +
               byKeyText();
    case CliCommand::Rename:
        return u"Renames a tag, and in one transaction every reference to it. Onto the name of\n"
               "another tag it is refused: merge the two instead.\n"
               "  --new-slug      make a new slug (the name in addresses) as well; else it stays\n"_s +
               byKeyText() + showSqlText();
    case CliCommand::Merge:
        return u"Merges the tags SOURCE into TARGET, which stays as it is, with taggings and\n"
               "children. A tagging whose object has TARGET already collapses into that one.\n"
               "  --into TARGET   the tag that remains\n"_s +
               byKeyText() + showSqlText();
    case CliCommand::Delete:
        return u"Deletes tags. Tags in use are refused, unless their taggings may go as well:\n"
               "  --with-taggings\n"
               "                  delete the taggings too\n"_s +
               byKeyText() + showSqlText();
    case CliCommand::Import:
        return u"Imports tags from FILE, or from standard input with -, in one transaction: all\n"
               "of the file or nothing. Several files with the same columns are read as if they\n"
               "were one. At the end every record is accounted for.\n"
               "  --format FORMAT            csv, tsv, json, jsonl, lines or xlsx; else "
               "recognised,\n"
               "                             also where the file is packed with gzip\n"
               "  --encoding NAME            such as UTF-8 or Shift_JIS; else recognised\n"
               "  --delimiter C              what stands between the fields of csv: a character "
               "or\n"
               "                             the word tab; else recognised\n"
               "  --sheet NAME               the sheet of a workbook; else the first one\n"
               "  --map FILECOLUMN=COLUMN    fills COLUMN from FILECOLUMN; else by equal names\n"
               "  --set COLUMN=VALUE         fills COLUMN with VALUE in every record; COLUMN= is "
               "the\n"
               "                             empty text, COLUMN alone is NULL\n"
               "  --list-separator TEXT      a cell holds several names with TEXT between them; "
               "\\n\n"
               "                             is a line end\n"
               "  --names RULE,...           what is done to each name first: trim (no blanks at "
               "its\n"
               "                             ends), collapse (runs of blanks), nfc (composed\n"
               "                             letters), visible (no invisible characters), lower "
               "or\n"
               "                             upper, blanks or hyphens or underscores (between "
               "words)\n"
               "  --on-existing skip|update|fail\n"
               "                             what to do with names that exist (default: skip)\n"
               "  --as tags|merges|actions   what a record asks for: that its tags are there; a "
               "merge,\n"
               "                             \"source, source -> target\" or \"target: source\"; "
               "or\n"
               "                             what its column action says: add, set, rename, "
               "merge\n"
               "                             or delete; else recognised by the column, or by "
               "arrows\n"
               "  --with-taggings            the action delete deletes the taggings too\n"
               "  --leave-out LINE,...       skips the records that begin on these lines, such as "
               "3,5-9\n"
               "  --rejects FILE             writes the rejected records to FILE, with line and "
               "reason,\n"
               "                             to be corrected and imported alone\n"
               "  --report FILE              writes to FILE, as csv, what becomes of each name, "
               "with\n"
               "                             its values and the stored ones; also with --dry-run\n"
               "  --remember                 keeps --map, --names, --list-separator and "
               "--on-existing\n"
               "                             for files with the same header\n"
               "  --remembered               uses what was kept, also by the window\n"_s;
    case CliCommand::Export:
        return u"Exports tags to FILE, or to standard output with -.\n"
               "  --format FORMAT     csv, tsv, json, jsonl, lines or xlsx; else by the ending of\n"
               "                      FILE\n"
               "  --filter TEXT       only tags that contain TEXT; case and accents do not count\n"
               "  --column NAME       only this column, or these, in the order given\n"
               "  --spreadsheet-safe  in csv and tsv an apostrophe before texts that a "
               "spreadsheet\n"
               "                      would run as a formula; an import takes it away again\n"_s;
    case CliCommand::History:
        return u"Shows the operations in the journal, the newest first; with OPERATION (a number\n"
               "such as 12 or #12, an id or its beginning) that one, with its rows as they were\n"
               "and as they became.\n"
               "  --filter TEXT        only those with TEXT in summary, author or kind\n"
               "  --limit N            how many to show: operations (default: 50), rows (1000)\n"
               "  --all                those of all vocabularies\n"
               "The next ones change the journal of the whole database, and stand alone:\n"
               "  --clear-before DATE  forget what is older; DATE is a day such as 2026-01-31, or "
               "a\n"
               "                       time such as 2026-01-31T09:00 (with Z at its end: UTC)\n"
               "  --keep-days N, --keep-megabytes N\n"
               "                       how long, and how large, the journal keeps operations\n"
               "                       (default: 365 and 1024; 0: without limit)\n"_s;
    case CliCommand::Undo:
        return u"Takes OPERATION back, a number such as 12 or #12, an id or its beginning; "
               u"without\n"
               "it the newest one of the vocabulary that is not undone. Later operations stay.\n"
               "Undo of an undo is a redo. Where rows have changed since, nothing is done, and "
               "the\n"
               "three versions are shown: before, yours (what the undo would make) and theirs.\n"
               "  --skip-conflicts     leave such rows as they are, and name them\n"_s;
    case CliCommand::Window: break;
    }
    return {};
}

} // namespace

QString helpText(CliCommand command)
{
    if (command == CliCommand::Window)
        return overview() + globalOptions();
    return u"Usage: %1\n"_s.arg(synopsis(command)) + details(command) + globalOptions();
}

} // namespace tagsmith
