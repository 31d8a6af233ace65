// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/FileFormat.h"
#include "core/ImportRequest.h"
#include "core/Profile.h"
#include "core/TagChange.h"

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace tagsmith
{

/** What the program is asked to do; Window where the command line names no command. */
enum class CliCommand {
    Window,
    Init,
    Inspect,
    List,
    Add,
    Set,
    Rename,
    Merge,
    Delete,
    Import,
    Export,
    History,
    Undo,
};

/** A command line, taken apart and checked. Members that a command does not use are empty. */
struct Invocation
{
    CliCommand command = CliCommand::Window;
    bool help = false; ///< print the help of the command and do nothing else
    bool version = false;

    std::optional<Profile> profile; ///< of --db
    QString profileName;            ///< of --profile
    QString vocabulary;
    bool json = false;
    bool passwordFromInput = false;
    bool dryRun = false;
    bool readOnly = false;  ///< nothing is written, whatever the command
    bool noJournal = false; ///< the user agreed to a change that cannot be undone

    bool createTable = false; ///< init
    QString filter;           ///< list, export, history
    bool unusedOnly = false;  ///< list
    /** add, delete: the tags; set: the tag; rename: the old and the new name; merge: sources. */
    QStringList names;
    QString target; ///< merge
    /** set, rename, merge, delete: what the tags are named by; a rename's new name is a name. */
    TagAddress address = TagAddress::Name;
    bool newSlug = false;            ///< rename
    bool showSql = false;            ///< rename, merge, delete
    std::vector<ColumnValue> values; ///< add, set, import
    bool withTaggings = false;       ///< delete
    QString file;                    ///< import, export; "-": standard input or output
    std::optional<FileFormat> format;
    ImportRequest import;    ///< import: all but the first file
    bool remember = false;   ///< import: what was chosen, for files with the same columns
    bool remembered = false; ///< import: choose what was chosen for the last such file

    QStringList columns;          ///< export: the columns to write; empty: all
    bool spreadsheetSafe = false; ///< export

    QString operation;                ///< history, undo: id, the beginning of one, or number
    std::optional<int> limit;         ///< history: how many operations, or rows of one
    bool allVocabularies = false;     ///< history
    QDateTime clearBefore;            ///< history: forget what is older; UTC
    std::optional<int> keepDays;      ///< history; 0: for ever
    std::optional<int> keepMegabytes; ///< history; 0: without limit
    bool skipConflicts = false;       ///< undo

    /** Whether neither --db nor --profile names a database. */
    bool isEmbedded() const { return !profile && profileName.isEmpty(); }
    /** Whether history stores how long the journal keeps operations. */
    bool setsRetention() const { return keepDays.has_value() || keepMegabytes.has_value(); }
    /** Whether the command changes the database. */
    bool isWrite() const
    {
        if (command == CliCommand::History)
            return clearBefore.isValid() || setsRetention();
        return command != CliCommand::Inspect && command != CliCommand::List &&
               command != CliCommand::Export;
    }
};

} // namespace tagsmith
