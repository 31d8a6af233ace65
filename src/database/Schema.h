// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Column.h"
#include "core/Vocabulary.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace tagsmith
{

class ScopedConnection;

/** A table as the database declares it. */
struct TableSchema
{
    QString name;
    std::vector<Column> columns;
    QStringList primaryKey;              ///< in the order of the key
    std::vector<Reference> referencedBy; ///< single-column foreign keys onto the primary key
    bool transactional = true;           ///< false for an engine without rollback, such as MyISAM

    /** The column called @p column, or null. */
    const Column *find(const QString &column) const;
};

/** The rule that both engines call @p name, for example "SET NULL". */
ReferenceRule referenceRule(const QString &name);

/** Every base table of the database, by name. Throws DatabaseError. */
std::vector<TableSchema> readSchema(ScopedConnection &connection);

} // namespace tagsmith
