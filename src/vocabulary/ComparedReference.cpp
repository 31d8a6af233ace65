// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/ComparedReference.h"

#include "database/ScopedConnection.h"
#include "vocabulary/TaggingRows.h"

namespace tagsmith
{

QString comparedReference(const ScopedConnection &connection, const Vocabulary &vocabulary,
                          const Reference &reference)
{
    const Dialect &dialect = connection.dialect();
    const QString column = dialect.quoted(reference.column);
    return connection.isSqlite() ? dialect.collated(column, referencedColumn(vocabulary, reference))
                                 : column;
}

} // namespace tagsmith
