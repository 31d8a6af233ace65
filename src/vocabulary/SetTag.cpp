// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/SetTag.h"

#include "database/ScopedConnection.h"
#include "database/Statement.h"
#include "vocabulary/StoredTags.h"
#include "vocabulary/WriteRules.h"

namespace tagsmith
{

using namespace Qt::StringLiterals;

Receipt setTag(ScopedConnection &connection, const Vocabulary &vocabulary,
               const SetRequest &request)
{
    requireTransactions(vocabulary);
    requireColumns(vocabulary, request.values);
    const StoredTag tag = requireStored(StoredTags(connection, vocabulary, {}), request.name);

    const Dialect &dialect = connection.dialect();
    QStringList assignments;
    for (const ColumnValue &value : request.values)
        assignments << dialect.quoted(value.column) + u" = ?"_s;
    Receipt receipt;
    receipt.kind = u"set"_s;
    receipt.dryRun = request.dryRun;
    if (assignments.isEmpty())
        return receipt;

    Statement update(connection, u"UPDATE "_s + dialect.quoted(vocabulary.table) + u" SET "_s +
                                     assignments.join(u", "_s) + u" WHERE "_s +
                                     dialect.quoted(vocabulary.key().name) + u" = ?"_s);
    for (const ColumnValue &value : request.values)
        update.bind(value.value);
    receipt.tags = update.bind(tag.key).execute().rowsAffected();
    return receipt;
}

} // namespace tagsmith
