// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/CountTaggings.h"

#include "database/ScopedConnection.h"
#include "database/Statement.h"
#include "vocabulary/ComparedReference.h"
#include "vocabulary/NameList.h"

namespace tagsmith
{

using namespace Qt::StringLiterals;

std::vector<ReferenceCount> countTaggings(ScopedConnection &connection,
                                          const Vocabulary &vocabulary, const QStringList &keys)
{
    const Dialect &dialect = connection.dialect();
    std::vector<ReferenceCount> counts;
    for (const Reference &reference : vocabulary.references) {
        Statement statement(connection, u"SELECT COUNT(*) FROM "_s +
                                            dialect.quoted(reference.table) + u" WHERE "_s +
                                            comparedReference(connection, vocabulary, reference) +
                                            u" IN (SELECT n.name FROM "_s +
                                            dialect.nameList(vocabulary.key(), u"n"_s) + u')');
        statement.bind(jsonArray(keys)).execute().next();
        ReferenceCount count;
        count.table = reference.table;
        count.column = reference.column;
        count.removed = statement.integer(0);
        counts.push_back(count);
    }
    return counts;
}

QHash<QString, qint64> countUses(ScopedConnection &connection, const Vocabulary &vocabulary)
{
    const Dialect &dialect = connection.dialect();
    const QString key = u"t."_s + dialect.quoted(vocabulary.key().name);
    QHash<QString, qint64> uses;
    for (const Reference &reference : vocabulary.references) {
        Statement statement(connection, u"SELECT "_s + key + u", COUNT(*) FROM "_s +
                                            dialect.quoted(reference.table) + u" AS r JOIN "_s +
                                            dialect.quoted(vocabulary.table) + u" AS t ON "_s +
                                            key + u" = r."_s + dialect.quoted(reference.column) +
                                            u" GROUP BY "_s + key);
        statement.execute();
        while (statement.next())
            uses[statement.text(0)] += statement.integer(1);
    }
    return uses;
}

} // namespace tagsmith
