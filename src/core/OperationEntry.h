// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Cell.h"

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace tagsmith
{

/** One operation in the journal, without the rows it changed. */
struct OperationEntry
{
    qint64 number = 0;  ///< grows with each operation in this database
    QString id;         ///< UUID
    QString kind;       ///< "add", "set", "rename", "merge", "delete", "import", "undo" or "redo"
    QString vocabulary; ///< the name of the vocabulary
    QString author;     ///< who: see currentAuthor()
    QDateTime at;       ///< UTC
    QString summary;    ///< one line, for example: Renamed “colour” to “color”
    qint64 rows = 0;    ///< how many rows it inserted, changed or deleted
    qint64 bytes = 0;   ///< what its rows take in the journal
    QString undoes;     ///< the id of the operation that this one took back; or empty
    QString undoneBy;   ///< the id of the operation that took this one back; or empty

    friend bool operator==(const OperationEntry &, const OperationEntry &) = default;
};

/** Which operations to list, the newest first. */
struct HistoryQuery
{
    QString vocabulary; ///< empty: of all vocabularies
    QString text;       ///< found in summary, author or kind, letter case not counting; or empty
    qint64 below = 0;   ///< only numbers below this one; 0: from the newest on
    int limit = 200;
};

struct HistoryPage
{
    std::vector<OperationEntry> entries;
    bool hasMore = false; ///< there are older ones
};

/** One row that an operation inserted (no before), changed, or deleted (no after). */
struct RowChange
{
    QString table;
    QStringList columns; ///< a changed row has only its key and the columns that were assigned
    QStringList keyColumns;
    std::optional<Row> before;
    std::optional<Row> after;

    friend bool operator==(const RowChange &, const RowChange &) = default;
};

/** An operation with its rows, in the order in which it changed them. */
struct OperationDetails
{
    OperationEntry entry;
    std::vector<RowChange> changes;
    qint64 leftOut = 0; ///< how many more there are
};

/** How long, and how large, the journal keeps its operations; the older ones go first. */
struct Retention
{
    int days = 365;       ///< 0: for ever
    int megabytes = 1024; ///< 0: without limit

    friend bool operator==(const Retention &, const Retention &) = default;
};

/** Whether a database has the journal, and what it holds. */
struct JournalState
{
    bool exists = false;
    qint64 operations = 0;
    qint64 bytes = 0;
    Retention retention;
};

} // namespace tagsmith
