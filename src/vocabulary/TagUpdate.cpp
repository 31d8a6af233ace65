// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/TagUpdate.h"

#include "database/ScopedConnection.h"
#include "vocabulary/NamingTable.h"
#include "vocabulary/TagTable.h"

#include <QStringList>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

/** The condition that picks the tag's row; its parameters are the key and, of its own table, the
 * scope. */
QString rowOfTag(const Dialect &dialect, const Vocabulary &vocabulary, bool ofNameTable)
{
    const QString isTag = dialect.quoted(vocabulary.key().name) + u" = ?"_s;
    if (!ofNameTable) {
        // A key may have rows outside the scope: a Drupal term has one for each language.
        QStringList conditions{isTag};
        for (const ColumnValue &condition : vocabulary.scope)
            conditions << dialect.quoted(condition.column) +
                              (condition.value ? u" = ?"_s : u" IS NULL"_s);
        return conditions.join(u" AND "_s);
    }
    const NameTable &names = *vocabulary.nameTable;
    return dialect.quoted(names.key) + u" = (SELECT "_s + dialect.quoted(names.tagColumn) +
           u" FROM "_s + dialect.quoted(vocabulary.table) + u" WHERE "_s + isTag + u')';
}

} // namespace

TagUpdate::TagUpdate(ScopedConnection &connection, const Vocabulary &vocabulary,
                     const std::vector<int> &columns)
    : m_dialect(connection.dialect()), m_vocabulary(vocabulary), m_columns(columns)
{
    addPart(connection, columns, false);
    if (vocabulary.nameTable)
        addPart(connection, columns, true);
}

void TagUpdate::addPart(ScopedConnection &connection, const std::vector<int> &columns,
                        bool ofNameTable)
{
    const Dialect &dialect = connection.dialect();
    Part part;
    part.ofNameTable = ofNameTable;
    QStringList assignments;
    for (size_t i = 0; i < columns.size(); ++i) {
        const Column &column = m_vocabulary.columns[static_cast<size_t>(columns[i])];
        if (column.table.isEmpty() == ofNameTable)
            continue;
        assignments << dialect.assigned(column);
        part.values.push_back(i);
    }
    if (assignments.isEmpty())
        return;
    const QString &table = ofNameTable ? m_vocabulary.nameTable->table : m_vocabulary.table;
    onTable(table, [&] {
        part.statement = std::make_unique<Statement>(
            connection, u"UPDATE "_s + dialect.quoted(table) + u" SET "_s +
                            assignments.join(u", "_s) + u" WHERE "_s +
                            rowOfTag(dialect, m_vocabulary, ofNameTable));
    });
    m_parts.push_back(std::move(part));
}

bool TagUpdate::run(const QString &key, const Row &values)
{
    bool isThere = !m_parts.empty();
    for (const Part &part : m_parts) {
        for (const size_t value : part.values)
            part.statement->bind(values[value]);
        bindAs(*part.statement, m_vocabulary.key(), key);
        if (!part.ofNameTable)
            TagTable(m_dialect, m_vocabulary).bindScope(*part.statement);
        const QString &table =
            part.ofNameTable ? m_vocabulary.nameTable->table : m_vocabulary.table;
        onTable(table, [&part] { part.statement->execute(); });
        isThere = part.statement->rowsAffected() > 0 && isThere;
    }
    return isThere;
}

} // namespace tagsmith
