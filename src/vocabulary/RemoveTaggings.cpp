// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/RemoveTaggings.h"

#include "database/ScopedConnection.h"
#include "database/Statement.h"
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

QString removalSql(const ReferenceTable &table, qsizetype tags)
{
    const ScopedConnection &connection = table.connection();
    const Reference &reference = table.reference();
    const QString where = u" WHERE "_s + table.usesOneOf(tags);
    if (reference.nullable && reference.objects.empty()) {
        return u"UPDATE "_s + table.from() + u" SET "_s +
               connection.dialect().quoted(reference.column) + u" = NULL"_s + where;
    }
    return (connection.isSqlite() ? u"DELETE FROM "_s : u"DELETE r FROM "_s) + table.from() + where;
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

void removeTaggings(const ReferenceTable &table, const TagValues &tags)
{
    if (goesByItself(table.reference()))
        return;
    for (const QStringList &part : inParts(tags.sources)) {
        Statement statement(table.connection(), removalSql(table, part.size()));
        table.bindTags(statement, part);
        statement.execute();
    }
}

} // namespace tagsmith
