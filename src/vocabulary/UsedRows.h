// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "database/RowImage.h"
#include "vocabulary/TableLinks.h"
#include "vocabulary/UndoEntry.h"

#include <QHash>
#include <QSet>
#include <QString>

#include <optional>
#include <vector>

namespace tagsmith
{

class ScopedConnection;

/** A row that is to be deleted and that others refer to. */
struct UsedRow
{
    EntryPart *part = nullptr;
    qint64 position = 0; ///< in the part, from 0
    QString reason;      ///< a sentence
};

/**
 * Looks, before rows are deleted, for others that refer to them: afterwards it may be too late,
 * since a trigger of the application can have deleted these as well. Only where that can be, or
 * where an index makes it cheap; danglingRows() looks at the rest.
 */
class UsedRows
{
public:
    UsedRows(ScopedConnection &connection, const std::vector<TableSchema> &schema,
             const std::vector<TableLink> &links, const UndoEntry &entry);

    /**
     * Those of the rows of @p parts, all of one table, that are used by rows which @p remaining,
     * the parts not deleted yet (these among them), do not delete.
     */
    std::vector<UsedRow> find(const std::vector<EntryPart *> &parts,
                              const std::vector<EntryPart *> &remaining);

private:
    using Parts = std::vector<EntryPart *>;

    bool isLookedFor(const TableLink &link);
    bool hasDeleteTrigger(const QString &table);
    bool hasIndex(const QString &table, const QString &column);
    void addUsed(const TableLink &link, const Parts &parts, const Parts &gone,
                 std::vector<UsedRow> &found);
    QString usesSql(const TableLink &link, const RowImage &image, const Parts &parts,
                    const QString &furtherJoin) const;
    bool isUsed(const TableLink &link, const RowImage &image, const Parts &parts);
    QString withoutGone(const RowImage &child, const Parts &gone) const;
    RowImage imageOf(const EntryPart &part) const;

    ScopedConnection &m_connection;
    const std::vector<TableSchema> &m_schema;
    const std::vector<TableLink> &m_links;
    const UndoEntry &m_entry;
    std::optional<QSet<QString>> m_triggered; ///< tables, in lower case
    QHash<QString, bool> m_indexed;           ///< of table and column
};

} // namespace tagsmith
