// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/CreateVocabulary.h"

#include "database/Schema.h"
#include "database/ScopedConnection.h"
#include "database/Statement.h"

#include <algorithm>
#include <vector>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

bool hasDefaultTable(ScopedConnection &connection)
{
    const std::vector<TableSchema> tables = readSchema(connection);
    return std::any_of(tables.begin(), tables.end(), [](const TableSchema &table) {
        return table.name.compare(defaultTable(), Qt::CaseInsensitive) == 0;
    });
}

} // namespace

QString defaultTable()
{
    return u"tags"_s;
}

bool createVocabulary(ScopedConnection &connection, bool dryRun)
{
    if (hasDefaultTable(connection))
        return false;
    if (dryRun)
        return true;
    const QString options = connection.isSqlite()
                                ? QString()
                                : u" ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin"_s;
    Statement(connection, u"CREATE TABLE "_s + connection.dialect().quoted(defaultTable()) +
                              u" (tag_id VARCHAR(190) NOT NULL PRIMARY KEY, description TEXT NULL, "
                              "category VARCHAR(190) NULL, color VARCHAR(32) NULL)"_s +
                              options)
        .execute();
    return true;
}

void prepareEmbeddedFile(ScopedConnection &connection)
{
    Statement(connection, u"PRAGMA journal_mode = WAL"_s).execute().next();
}

} // namespace tagsmith
