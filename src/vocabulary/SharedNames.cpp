// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/SharedNames.h"

#include "database/ScopedConnection.h"
#include "database/Statement.h"
#include "vocabulary/NamingTable.h"
#include "vocabulary/TagTable.h"
#include "vocabulary/TagValues.h"

#include <QSet>

namespace tagsmith
{

using namespace Qt::StringLiterals;

QStringList sharedNames(ScopedConnection &connection, const Vocabulary &vocabulary,
                        const std::vector<StoredTag> &tags)
{
    if (!vocabulary.nameTable)
        return {};
    const QString &tagColumn = vocabulary.nameTable->tagColumn;
    QSet<QString> own;
    QStringList names;
    for (const StoredTag &tag : tags) {
        own.insert(tag.key);
        if (const Cell name = tagValue(vocabulary, tag, tagColumn))
            names << *name;
    }
    const Dialect &dialect = connection.dialect();
    const Column &nameColumn =
        vocabulary.columns[static_cast<size_t>(vocabulary.indexOf(tagColumn))];
    QStringList shared;
    for (const QStringList &part : inParts(names)) {
        onTable(vocabulary.table, [&] {
            Statement statement(connection, u"SELECT "_s + dialect.quoted(vocabulary.key().name) +
                                                u", "_s + dialect.quoted(tagColumn) + u" FROM "_s +
                                                dialect.quoted(vocabulary.table) + u" WHERE "_s +
                                                dialect.quoted(tagColumn) + u" IN ("_s +
                                                marks(part.size()) + u')' +
                                                (connection.isSqlite() ? u""_s : u" FOR UPDATE"_s));
            for (const QString &name : part)
                bindAs(statement, nameColumn, name);
            statement.execute();
            while (statement.next()) {
                if (!own.contains(statement.text(0)))
                    shared << statement.text(1);
            }
        });
    }
    shared.removeDuplicates();
    return shared;
}

} // namespace tagsmith
