// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/KnownTable.h"

#include "core/Error.h"
#include "database/ScopedConnection.h"
#include "database/Statement.h"

#include <QHash>
#include <QRegularExpression>

#include <mutex>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qsizetype mostTables = 64;

/** The tables by their definition. */
class KnownTables
{
public:
    std::optional<SingleTable> find(const QString &definition) const
    {
        const std::scoped_lock lock(m_mutex);
        const auto known = m_tables.constFind(definition);
        return known == m_tables.constEnd() ? std::nullopt : std::optional(*known);
    }

    void add(const QString &definition, const SingleTable &table)
    {
        const std::scoped_lock lock(m_mutex);
        if (m_tables.size() >= mostTables)
            m_tables.clear();
        m_tables.insert(definition, table);
    }

private:
    mutable std::mutex m_mutex;
    QHash<QString, SingleTable> m_tables;
};

KnownTables &knownTables()
{
    static KnownTables tables;
    return tables;
}

/** The whole definition, with the server that gave it; empty where it does not tell. */
QString definitionOf(ScopedConnection &connection, const QString &name)
{
    static const QRegularExpression counter(u" AUTO_INCREMENT=\\d+"_s);
    try {
        Statement statement = Statement::asText(connection, u"SHOW CREATE TABLE "_s +
                                                                connection.dialect().quoted(name));
        if (!statement.execute().next())
            return {};
        const ConnectionReport &report = connection.report();
        return QStringList{report.host, report.machine, report.server, name,
                           statement.text(1).remove(counter)}
            .join(u'\n');
    } catch (const DatabaseError &) {
        return {}; // what it means is found out by reading the table
    }
}

} // namespace

std::optional<SingleTable> readKnownTable(ScopedConnection &connection, const QString &name)
{
    const QString definition = definitionOf(connection, name);
    if (!definition.isEmpty()) {
        if (auto known = knownTables().find(definition))
            return known;
    }
    auto table = readMysqlTable(connection, name);
    if (table && !definition.isEmpty())
        knownTables().add(definition, *table);
    return table;
}

} // namespace tagsmith
