// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/CountTaggings.h"

#include "database/ScopedConnection.h"
#include "database/Statement.h"
#include "vocabulary/ComparedReference.h"
#include "vocabulary/NameList.h"
#include "vocabulary/NamingTable.h"
#include "vocabulary/TagTable.h"
#include "vocabulary/TaggingRows.h"

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

/** A subquery for the values that rows of a reference hold of the tags in a list. */
QString wantedValues(const Dialect &dialect, const Vocabulary &vocabulary, const Column &target,
                     const Column &listed)
{
    const QString list = dialect.nameList(listed, u"w"_s);
    if (&target == &listed)
        return u"SELECT w.name FROM "_s + list;
    const TagTable table(dialect, vocabulary);
    return u"SELECT "_s + table.expression(target) + u" FROM "_s + table.from() + u" JOIN "_s +
           list + u" ON "_s + table.expression(listed) + u" = w.name WHERE "_s + table.scope();
}

} // namespace

qint64 countReferring(ScopedConnection &connection, const Vocabulary &vocabulary,
                      const Reference &reference, const QStringList &keys, TagAddress address)
{
    const Dialect &dialect = connection.dialect();
    const Column &target = referencedColumn(vocabulary, reference);
    const Column &listed = address == TagAddress::Key ? vocabulary.key() : vocabulary.nameField();
    QString sql = u"SELECT COUNT(*) FROM "_s + dialect.quoted(reference.table) + u" WHERE "_s +
                  comparedReference(connection, vocabulary, reference) + u" IN ("_s +
                  wantedValues(dialect, vocabulary, target, listed) + u')';
    for (const ColumnValue &part : reference.scope)
        sql += u" AND "_s + dialect.quoted(part.column) + (part.value ? u" = ?"_s : u" IS NULL"_s);

    Statement statement(connection, sql);
    statement.bind(jsonArray(keys));
    if (&target != &listed)
        TagTable(dialect, vocabulary).bindScope(statement);
    bindTaggingScope(statement, reference);
    statement.execute().next();
    return statement.integer(0);
}

std::vector<ReferenceCount> countTaggings(ScopedConnection &connection,
                                          const Vocabulary &vocabulary, const QStringList &keys,
                                          TagAddress address)
{
    std::vector<ReferenceCount> counts;
    for (const Reference &reference : vocabulary.references) {
        if (reference.role != ReferenceRole::Tagging)
            continue;
        ReferenceCount count{reference.table, reference.column};
        count.removed = onTable(reference.table, [&] {
            return countReferring(connection, vocabulary, reference, keys, address);
        });
        counts.push_back(count);
    }
    return counts;
}

} // namespace tagsmith
