// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/EntrySchema.h"

#include "database/RowImage.h"
#include "database/ScopedConnection.h"
#include "vocabulary/KnownTable.h"
#include "vocabulary/SameKeys.h"

#include <algorithm>

namespace tagsmith
{

namespace
{

bool haveInCommon(const QStringList &a, const QStringList &b)
{
    return std::any_of(a.begin(), a.end(),
                       [&b](const QString &name) { return b.contains(name, Qt::CaseInsensitive); });
}

/** Every column, of whatever table, that the vocabulary knows to refer, or to be referred to. */
QStringList linkedColumns(const Vocabulary &vocabulary)
{
    QStringList names{vocabulary.keyName};
    for (const Reference &reference : vocabulary.references)
        names << reference.column << reference.target;
    if (vocabulary.hierarchy) {
        const Hierarchy &hierarchy = *vocabulary.hierarchy;
        names << hierarchy.column << hierarchy.target << hierarchy.childColumn;
    }
    if (vocabulary.nameTable)
        names << vocabulary.nameTable->tagColumn << vocabulary.nameTable->key;
    return names;
}

/** The table of @p part; nothing where its change could matter to the rows of others. */
std::optional<TableSchema> tableAlone(ScopedConnection &connection, const Vocabulary &vocabulary,
                                      const UndoEntry &entry, const EntryPart &part)
{
    if (!part.hasBefore || !part.hasAfter)
        return std::nullopt;
    const auto single = readKnownTable(connection, part.table);
    if (!single)
        return std::nullopt;
    const RowImage image =
        RowImage::fromLayout(connection, {single->schema}, part.table, part.layout);
    QStringList changed = image.columns();
    for (const QString &name : image.key())
        changed.removeAll(name);
    // A foreign key and what it points at are indexed.
    if (image.key().isEmpty() || haveInCommon(changed, single->indexedColumns) ||
        haveInCommon(changed, linkedColumns(vocabulary)))
        return std::nullopt;
    const PartLists &lists = entry.lists(part);
    if (!haveSameKeys(lists.before, lists.after, keyPlaces(image)))
        return std::nullopt;
    return single->schema;
}

} // namespace

EntrySchema readEntrySchema(ScopedConnection &connection, const Vocabulary &vocabulary,
                            const UndoEntry &entry, bool all)
{
    if (!all && !connection.isSqlite()) {
        const std::vector<EntryPart> &parts = entry.parts();
        const auto table = parts.size() == 1
                               ? tableAlone(connection, vocabulary, entry, parts.front())
                               : std::nullopt;
        if (table)
            return {{*table}, {}};
    }
    EntrySchema schema{readSchema(connection), {}};
    schema.links = tableLinks(schema.tables, vocabulary);
    return schema;
}

} // namespace tagsmith
