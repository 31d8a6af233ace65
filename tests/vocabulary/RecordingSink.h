// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "database/ChangeSink.h"
#include "database/Schema.h"
#include "database/ScopedConnection.h"
#include "database/Statement.h"

#include <QStringList>

#include <algorithm>
#include <map>
#include <optional>

namespace tagsmith::test
{

/**
 * Compares what is announced with what the tables of the database look like before and after each
 * statement, row by row, and notes where the two differ.
 */
class RecordingSink : public ChangeSink
{
public:
    explicit RecordingSink(ScopedConnection &connection)
        : m_connection(connection), m_schema(readSchema(connection)), m_last(everything())
    {
        connection.setChangeSink(this);
    }
    ~RecordingSink() override { m_connection.setChangeSink(nullptr); }
    Q_DISABLE_COPY_MOVE(RecordingSink)

    /** What was wrong; to be asked for at the end. */
    QStringList faults()
    {
        for (const auto &[table, rows] : m_unannounced) {
            if (!rows.isEmpty())
                m_faults << QStringLiteral("nobody announced %1: %2").arg(table, rows.join(u' '));
        }
        if (m_pending)
            m_faults << QStringLiteral("announced, but not done: ") + m_pending->table;
        return m_faults;
    }
    int deletes() const { return m_deletes; }
    int updates() const { return m_updates; }
    int inserts() const { return m_inserts; }

    void beforeDelete(const RowSelection &rows) override
    {
        begin(rows, QStringLiteral("DELETE"));
        ++m_deletes;
    }

    void beforeUpdate(const RowSelection &rows, const QStringList &columns,
                      const std::vector<ColumnValue> &newValues) override
    {
        begin(rows, QStringLiteral("UPDATE"));
        ++m_updates;
        const TableSchema *table = findTable(m_schema, rows.table);
        for (const QString &column : columns) {
            const bool isKnown =
                std::any_of(newValues.begin(), newValues.end(),
                            [&](const ColumnValue &value) { return value.column == column; });
            if (!table->find(column))
                m_faults << rows.table + QStringLiteral(" has no column ") + column;
            if (table->primaryKey.contains(column) && !isKnown)
                m_faults << QStringLiteral("the new key %1 is not told").arg(column);
        }
    }

    void afterUpdate() override
    {
        if (!m_pending) {
            m_faults << QStringLiteral("the end of what did not begin");
            return;
        }
        // Some rows may have been refused; what was not announced must be as it was.
        const QStringList now = everything()[m_pending->table];
        if (now.size() != m_last[m_pending->table].size() ||
            !without(m_pending->others, now).isEmpty())
            m_faults << m_pending->table + QStringLiteral(": other rows have changed");
        const qsizetype refused = m_pending->selected.size() - m_pending->affected;
        const qsizetype unchanged =
            m_pending->selected.size() - without(m_pending->selected, now).size();
        if (m_pending->affected >= 0 && (refused < 0 || refused > unchanged))
            m_faults << QStringLiteral("%1: %2 rows announced, %3 changed")
                            .arg(m_pending->table, QString::number(m_pending->selected.size()),
                                 QString::number(m_pending->affected));
        end();
    }

    void updateFailed() override { end(); }

    void afterInsert(const RowSelection &rows) override
    {
        ++m_inserts;
        const QStringList selected = read(rows);
        QStringList &made = m_unannounced[rows.table];
        if (selected.isEmpty() || !without(selected, made).isEmpty())
            m_faults << QStringLiteral("%1: inserted %2, announced %3")
                            .arg(rows.table, made.join(u' '), selected.join(u' '));
        made = without(made, selected);
    }

    /** Rows that are returned could not be compared with those announced. */
    QString valuesToReturn(const QString &) override { return {}; }
    void insertReturned(const QString &, const QByteArrayList &) override {}

    void mark() override { m_unannouncedAtMark = m_unannounced; }
    void backToMark() override
    {
        m_unannounced = m_unannouncedAtMark;
        end();
    }

    void ran(const QString &sql, qint64 rowsAffected) override
    {
        const QString verb = sql.section(u' ', 0, 0);
        if (verb != QStringLiteral("INSERT") && verb != QStringLiteral("UPDATE") &&
            verb != QStringLiteral("DELETE"))
            return;
        if (m_pending && m_pending->verb == QStringLiteral("DELETE"))
            checkDelete(sql, rowsAffected);
        else if (m_pending)
            countUpdate(verb, rowsAffected);
        else if (verb == QStringLiteral("INSERT"))
            noteInserted();
        else
            m_faults << QStringLiteral("nobody announced ") + sql;
    }

private:
    struct Pending
    {
        QString table;
        QString verb;
        QStringList selected;
        QStringList others;
        qint64 affected = 0; ///< below 0: the engine counts otherwise
    };

    void begin(const RowSelection &rows, const QString &verb)
    {
        if (m_pending)
            m_faults << QStringLiteral("announced amid another change: ") + rows.table;
        m_last = everything();
        const QStringList selected = read(rows);
        const QStringList others = without(m_last[rows.table], selected);
        if (others.size() + selected.size() != m_last[rows.table].size())
            m_faults << rows.table + QStringLiteral(": a row is announced twice");
        m_pending = Pending{rows.table, verb, selected, others};
    }

    void noteInserted()
    {
        const auto now = everything();
        for (const auto &[table, rows] : now) {
            m_unannounced[table] << without(rows, m_last[table]);
            m_unannounced[table].sort();
        }
        m_last = now;
    }

    void checkDelete(const QString &sql, qint64 rowsAffected)
    {
        if (!sql.startsWith(QStringLiteral("DELETE")))
            m_faults << QStringLiteral("a DELETE was announced, not ") + sql;
        if (everything()[m_pending->table] != m_pending->others ||
            rowsAffected != m_pending->selected.size())
            m_faults << QStringLiteral("%1: %2 rows announced, %3 deleted")
                            .arg(m_pending->table, QString::number(m_pending->selected.size()),
                                 QString::number(rowsAffected));
        end();
    }

    void countUpdate(const QString &verb, qint64 rowsAffected)
    {
        // MySQL counts a row twice that INSERT … ON DUPLICATE KEY UPDATE changes.
        if (verb == QStringLiteral("INSERT") && !m_connection.isSqlite())
            m_pending->affected = -1;
        else
            m_pending->affected += rowsAffected;
    }

    void end()
    {
        m_pending.reset();
        m_last = everything();
    }

    QStringList read(const TableSchema &table, const QString &alias, const QString &rest,
                     const std::function<void(Statement &)> &bind)
    {
        QStringList columns;
        for (const Column &column : table.columns)
            columns << (alias.isEmpty() ? QString() : alias + u'.') +
                           m_connection.dialect().quoted(column.name);
        // One parameter before those of the selection, as the journal has.
        Statement statement(m_connection, QStringLiteral("SELECT ") +
                                              columns.join(QStringLiteral(", ")) +
                                              QStringLiteral(", ? FROM ") + rest);
        statement.bind(qint64(1));
        if (bind)
            bind(statement);
        statement.execute();
        QStringList rows;
        while (statement.next()) {
            QStringList cells;
            for (int i = 0; i < columns.size(); ++i)
                cells << statement.cell(i).value_or(QStringLiteral("NULL"));
            rows << cells.join(u'|');
        }
        rows.sort();
        return rows;
    }

    QStringList read(const RowSelection &rows)
    {
        const TableSchema *table = findTable(m_schema, rows.table);
        const QString where =
            rows.where.isEmpty() ? QString() : QStringLiteral(" WHERE ") + rows.where;
        const QString from =
            rows.from.isEmpty() ? m_connection.dialect().quoted(rows.table) : rows.from;
        return read(*table, rows.alias, from + where, rows.bind);
    }

    std::map<QString, QStringList> everything()
    {
        std::map<QString, QStringList> all;
        for (const TableSchema &table : m_schema)
            all[table.name] = read(table, {}, m_connection.dialect().quoted(table.name), {});
        return all;
    }

    /** @p rows but each of @p gone once; both sorted. */
    static QStringList without(const QStringList &rows, const QStringList &gone)
    {
        QStringList left;
        std::set_difference(rows.begin(), rows.end(), gone.begin(), gone.end(),
                            std::back_inserter(left));
        return left;
    }

    ScopedConnection &m_connection;
    std::vector<TableSchema> m_schema;
    std::map<QString, QStringList> m_last;
    std::optional<Pending> m_pending;
    std::map<QString, QStringList> m_unannounced; ///< what was inserted, by table
    std::map<QString, QStringList> m_unannouncedAtMark;
    QStringList m_faults;
    int m_deletes = 0;
    int m_updates = 0;
    int m_inserts = 0;
};

/** How many statements of each kind have to be announced at least. */
struct Announced
{
    int deletes = 0;
    int updates = 0;
    int inserts = 0;
};

/** What is wrong with the announcements while @p work runs; empty: nothing. */
template <class Work>
QString announcementFaults(ScopedConnection &connection, const Announced &least, const Work &work)
{
    RecordingSink sink(connection);
    work();
    QStringList faults = sink.faults();
    if (sink.deletes() < least.deletes || sink.updates() < least.updates ||
        sink.inserts() < least.inserts)
        faults << QStringLiteral("only %1 deletes, %2 updates, %3 inserts")
                      .arg(QString::number(sink.deletes()), QString::number(sink.updates()),
                           QString::number(sink.inserts()));
    return faults.join(u'\n');
}

} // namespace tagsmith::test
