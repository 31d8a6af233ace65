// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/JournalLinks.h"

#include "core/Error.h"
#include "database/ScopedConnection.h"
#include "database/Statement.h"

#include <QRegularExpression>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

/** @p id, which Tagsmith itself has made, for a statement that goes as text, which is quicker. */
QString literal(const QString &id)
{
    static const QRegularExpression pattern(u"\\A[0-9A-Za-z-]{1,36}\\z"_s);
    if (!pattern.match(id).hasMatch()) {
        throw DatabaseError(ErrorKind::Internal,
                            u"The history has an operation with the id %1, which is not one of "
                            "Tagsmith's."_s.arg(id));
    }
    return u'\'' + id + u'\'';
}

void setUndoneBy(ScopedConnection &connection, const QString &id, const Cell &by)
{
    Statement::asText(connection,
                      u"UPDATE tagsmith_operation SET undone_by = %1 WHERE id = %2"_s.arg(
                          by ? literal(*by) : u"NULL"_s, literal(id)))
        .execute();
}

/** What @p id took back; nothing where it is no undo. */
Cell undoneOf(ScopedConnection &connection, const QString &id)
{
    Statement statement = Statement::asText(
        connection, u"SELECT undoes FROM tagsmith_operation WHERE id = "_s + literal(id));
    return statement.execute().next() ? statement.cell(0) : std::nullopt;
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
