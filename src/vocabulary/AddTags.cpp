// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/AddTags.h"

#include "core/Error.h"
#include "database/ScopedConnection.h"
#include "database/Statement.h"
#include "vocabulary/StoredTags.h"
#include "vocabulary/WriteRules.h"

namespace tagsmith
{

using namespace Qt::StringLiterals;

Receipt addTags(ScopedConnection &connection, const Vocabulary &vocabulary,
                const AddRequest &request)
{
    requireTransactions(vocabulary);
    requireColumns(vocabulary, request.values);
    const StoredTags stored(connection, vocabulary, {});

    QStringList columns = {vocabulary.nameField().name};
    for (const ColumnValue &value : request.values)
        columns << value.column;
    Statement insert(connection, connection.dialect().insert(vocabulary.table, columns, 1));
    for (const QString &name : request.names) {
        requireName(stored, vocabulary, name);
        if (const auto twin = stored.find(name)) {
            const QString detail = twin->name == name ? QString() : u" (as “%1”)"_s.arg(twin->name);
            throw DatabaseError(ErrorKind::Conflict,
                                u"“%1” exists already%2; choose another name."_s.arg(name, detail));
        }
        insert.bind(name);
        for (const ColumnValue &value : request.values)
            insert.bind(value.value);
        insert.execute();
    }

    Receipt receipt;
    receipt.kind = u"add"_s;
    receipt.tags = request.names.size();
    receipt.dryRun = request.dryRun;
    return receipt;
}

} // namespace tagsmith
