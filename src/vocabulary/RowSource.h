// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "database/Statement.h"
#include "vocabulary/UndoEntry.h"

#include <QString>

#include <functional>

namespace tagsmith
{

class RowImage;
class ScopedConnection;

/** Rows of the journal in FROM, unpacked under the alias u, for the methods of RowImage. */
struct RowSource
{
    QString from;
    QString where;
    std::function<void(Statement &)> bind = {}; ///< the parameters of from and where, if any
};

/** Joins so that the tables are read in the order in which they stand: the journal's first. */
QString thenJoin(const ScopedConnection &connection);

/** One image of a part of the entry. */
RowSource entryRows(const RowImage &image, const UndoEntry &entry, const EntryPart &part,
                    ImageKind kind);

/** The rows of @p list, a JSON array of rows. */
RowSource listedRows(const RowImage &image, const QString &list);

/** @p sql, which has @p source in it and no other parameters, ready to be run. */
Statement statementWith(ScopedConnection &connection, const QString &sql, const RowSource &source);

/** A condition: the stored row t is the row u of the journal, byte for byte. */
QString isSameRow(const ScopedConnection &connection, const RowImage &image);

/** The place of a row of u in its list, from 0, as an expression. */
QString placeInList(const ScopedConnection &connection, const RowImage &image);

} // namespace tagsmith
