// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Cell.h"
#include "core/RowConflict.h"

#include <QString>
#include <QStringList>

#include <memory>
#include <vector>

namespace tagsmith
{

/** What an operation did to one reference. */
struct ReferenceCount
{
    QString table;
    QString column;
    qint64 moved = 0;     ///< taggings that now use another tag or spelling
    qint64 collapsed = 0; ///< taggings dropped because the object had the target already
    qint64 removed = 0;   ///< taggings deleted (before a delete: that would be)

    friend bool operator==(const ReferenceCount &, const ReferenceCount &) = default;
};

/** A counter of a tag that stays, before and after. */
struct CounterChange
{
    QString tag; ///< its name
    QString column;
    Cell before;
    Cell after;

    friend bool operator==(const CounterChange &, const CounterChange &) = default;
};

/** A few rows of one table, as they were before the operation. */
struct SampleRows
{
    QString table;
    QString outcome; ///< "moved", "collapsed", "removed" or "lifted"
    QStringList columns;
    std::vector<Row> rows;
};

/** An address of a tag that ends, and the one that takes its place (empty: none does). */
struct Redirect
{
    QString from;
    QString to;

    friend bool operator==(const Redirect &, const Redirect &) = default;
};

/** What is to be done outside the database; see Aftercare. */
struct AftercareStep
{
    QString text;
    QString command; ///< may be empty

    friend bool operator==(const AftercareStep &, const AftercareStep &) = default;
};

/** Objects whose tags have changed, for a search index: at most 10,000, and how many more. */
struct ChangedObjects
{
    QString table; ///< the reference's
    QStringList columns;
    std::vector<Row> rows;
    qint64 leftOut = 0;
};

/** What a write did, or in a dry run would have done. */
struct Receipt
{
    QString operation; ///< UUID; empty for a dry run
    QString kind;      ///< "add", "set", "rename", "merge", "delete", "undo", "redo" or "init"
    qint64 tags = 0;   ///< how many tags were added, changed, merged away or deleted
    bool dryRun = false;
    std::vector<ReferenceCount> references;
    qint64 childrenLifted = 0; ///< tags that got another parent
    std::vector<CounterChange> counters;
    QStringList warnings; ///< sentences that the user should read before the real run

    std::vector<SampleRows> samples; ///< of a dry run only
    QStringList sql;                 ///< the statements that changed rows, their values as comments
    std::vector<AftercareStep> aftercare;
    std::vector<Redirect> redirects;
    std::vector<ChangedObjects> changedObjects;

    QString summary; ///< one line for the history, for example: Renamed “colour” to “color”
    QString undoes;  ///< of an undo or redo: the id of the operation that it took back
    qint64 rows = 0; ///< of an undo or redo: how many rows it put back
    std::vector<RowConflict> skipped; ///< of an undo or redo: the rows left alone, on request
};

/** What a dry run showed, for the real run to be compared with; null: no comparison. */
using ShownReceipt = std::shared_ptr<const Receipt>;

} // namespace tagsmith
