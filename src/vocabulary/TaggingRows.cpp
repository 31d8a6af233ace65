// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/TaggingRows.h"

#include "core/Error.h"
#include "database/ScopedConnection.h"
#include "database/Statement.h"

#include <QStringList>

namespace tagsmith
{

using namespace Qt::StringLiterals;

QString taggingScope(const Dialect &dialect, const Reference &reference)
{
    QStringList conditions;
    for (const ColumnValue &condition : reference.scope) {
        conditions << u"r."_s + dialect.quoted(condition.column) +
                          (condition.value ? u" = ?"_s : u" IS NULL"_s);
    }
    return conditions.isEmpty() ? u"1 = 1"_s : conditions.join(u" AND "_s);
}

QString taggingRows(const Dialect &dialect, const Reference &reference)
{
    const QString rows = dialect.quoted(reference.table) + u" AS r"_s;
    return reference.scope.empty() ? rows : rows + u" WHERE "_s + taggingScope(dialect, reference);
}

void bindTaggingScope(Statement &statement, const Reference &reference)
{
    for (const ColumnValue &condition : reference.scope) {
        if (condition.value)
            statement.bind(*condition.value);
    }
}

QString comparedTag(const ScopedConnection &connection, const Vocabulary &vocabulary,
                    const Reference &reference)
{
    const Column &referenced = referencedColumn(vocabulary, reference);
    const QString column = u"r."_s + connection.dialect().quoted(reference.column);
    // A server demands one collation for both ends of a foreign key, SQLite takes the tag's.
    const bool needsCollation =
        referenced.type == ColumnType::Text && (connection.isSqlite() || !reference.declared);
    return needsCollation ? connection.dialect().collated(column, referenced) : column;
}

const Column &referencedColumn(const Vocabulary &vocabulary, const Reference &reference)
{
    if (reference.target.isEmpty())
        return vocabulary.key();
    const int index = vocabulary.indexOf(reference.target);
    if (index < 0) {
        throw DatabaseError(ErrorKind::Missing,
                            u"%1 refers to the column %2, which the table %3 does not have."_s.arg(
                                reference.title(), reference.target, vocabulary.table));
    }
    return vocabulary.columns[static_cast<size_t>(index)];
}

} // namespace tagsmith
