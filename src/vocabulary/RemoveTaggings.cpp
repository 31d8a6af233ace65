// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/RemoveTaggings.h"

#include "database/ScopedConnection.h"
#include "database/Statement.h"
#include "vocabulary/RecordChanges.h"
#include "vocabulary/ReferenceTable.h"

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

bool goesByItself(const Reference &reference)
{
    const bool isLink = !reference.objects.empty();
    switch (reference.onDelete) {
    case ReferenceRule::Cascade:
    case ReferenceRule::SetDefault: return true;
    case ReferenceRule::SetNull: return !isLink;
    case ReferenceRule::Restrict: break;
    }
    return false;
}

void empty(const ReferenceTable &table, const QStringList &tags)
{
    const QString &column = table.reference().column;
    RecordedUpdate recorded(table.connection(), table.rowsUsing(tags), {column},
                            {{column, std::nullopt}});
    Statement statement(table.connection(), u"UPDATE "_s + table.from() + u" SET "_s +
                                                table.connection().dialect().quoted(column) +
                                                u" = NULL WHERE "_s + table.usesOneOf(tags.size()));
    table.bindTags(statement, tags);
    statement.execute();
    recorded.done();
}

} // namespace

qint64 countRows(const ReferenceTable &table, const TagValues &tags)
{
    qint64 rows = 0;
    for (const QStringList &part : inParts(tags.sources)) {
        Statement statement(table.connection(), u"SELECT COUNT(*) FROM "_s + table.from() +
                                                    u" WHERE "_s + table.usesOneOf(part.size()));
        table.bindTags(statement, part);
        statement.execute().next();
        rows += statement.integer(0);
    }
    return rows;
}

void deleteUsing(const ReferenceTable &table, const QStringList &tags)
{
    ScopedConnection &connection = table.connection();
    recordDelete(connection, table.rowsUsing(tags));
    Statement statement(connection,
                        (connection.isSqlite() ? u"DELETE FROM "_s : u"DELETE r FROM "_s) +
                            table.from() + u" WHERE "_s + table.usesOneOf(tags.size()));
    table.bindTags(statement, tags);
    statement.execute();
}

void removeTaggings(const ReferenceTable &table, const TagValues &tags)
{
    if (goesByItself(table.reference()))
        return;
    for (const QStringList &part : inParts(tags.sources)) {
        if (table.reference().nullable && table.reference().objects.empty())
            empty(table, part);
        else
            deleteUsing(table, part);
    }
}

} // namespace tagsmith
