// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Cell.h"

#include <QString>

namespace tagsmith
{

/** What an import does with one name of its file, one for each count of the account. */
enum class LineVerdict { New, Changed, Unchanged, Skipped, Rejected, Renamed, Merged, Deleted };

/** One name of an imported file and what becomes of it. */
struct ImportLine
{
    qint64 line = 0;  ///< on which its record begins, counted from 1
    int position = 0; ///< among the names of its cell, from 0
    LineVerdict verdict = LineVerdict::New;
    QString name;         ///< as it is stored, or would be: after the rules for names
    Row values;           ///< in the order of the filled columns, beside the name
    Row stored;           ///< the same columns of the tag that is there, before; else empty
    QString equalName;    ///< what the database holds to be equal; empty: nothing
    qint64 equalLine = 0; ///< the earlier line with that name; 0: it is a stored tag's
    QString column;       ///< of a rejected value; empty: the record as a whole
    QString action;       ///< of a sheet: the word as it stands there
    QString target;       ///< what it is renamed to, or merged into; else empty
    QString reason;       ///< of a rejected one, or of one that was left out: a sentence
};

/** "new", "changed", "unchanged", "skipped", "rejected", "renamed", "merged" or "deleted", as in a
 * report. */
QString lineVerdictName(LineVerdict verdict);

} // namespace tagsmith
