// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/JournalLinks.h"

#include "database/ScopedConnection.h"
#include "database/Statement.h"

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

void setUndoneBy(ScopedConnection &connection, const QString &id, const Cell &by)
{
    Statement(connection, u"UPDATE tagsmith_operation SET undone_by = ? WHERE id = ?"_s)
        .bind(by)
        .bind(id)
        .execute();
}

/** What @p id took back; nothing where it is no undo. */
Cell undoneOf(ScopedConnection &connection, const QString &id)
{
    Statement statement(connection, u"SELECT undoes FROM tagsmith_operation WHERE id = ?"_s);
    statement.bind(id).execute();
    return statement.next() ? statement.cell(0) : std::nullopt;
}

} // namespace

void linkUndo(ScopedConnection &connection, const QString &id, const QString &undone)
{
    QString taker = id;
    bool isInForce = true; // whether the taker is
    for (Cell target = undone; target; target = undoneOf(connection, taker)) {
        setUndoneBy(connection, *target, isInForce ? Cell(taker) : Cell());
        isInForce = !isInForce;
        taker = *target;
    }
}

} // namespace tagsmith
