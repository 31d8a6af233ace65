// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/JournalWriter.h"

#include "core/Error.h"
#include "database/ScopedConnection.h"
#include "vocabulary/JournalTables.h"

#include <QStringView>

#include <algorithm>
#include <utility>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

enum class Verb { Insert, Update, Delete, Other };

Verb verbOf(const QString &sql)
{
    const auto begins = [&sql](QLatin1StringView verb) {
        return sql.startsWith(verb, Qt::CaseInsensitive);
    };
    if (begins("INSERT"_L1) || begins("REPLACE"_L1))
        return Verb::Insert;
    if (begins("UPDATE"_L1))
        return Verb::Update;
    return begins("DELETE"_L1) ? Verb::Delete : Verb::Other;
}

/** Whether @p sql writes into one of the journal's own tables. */
bool isAboutJournal(const QString &sql)
{
    constexpr qsizetype tableNameWithin = 22; // INSERT INTO `tagsmith_
    return QStringView(sql).left(tableNameWithin).contains("tagsmith_"_L1);
}

bool isUpsert(const QString &sql)
{
    return sql.contains(" ON DUPLICATE KEY "_L1) || sql.contains(" ON CONFLICT "_L1);
}

[[noreturn]] void failUnannounced(const QString &sql)
{
    throw DatabaseError(ErrorKind::Internal, u"A statement was not announced to the journal (%1…), "
                                             u"which is a fault of Tagsmith; nothing "
                                             "was changed, please report it."_s.arg(sql.left(60)));
}

} // namespace

JournalWriter::JournalWriter(ScopedConnection &connection, qint64 operation)
    : m_connection(connection), m_operation(operation), m_schema(connection),
      m_steps(connection, operation)
{
}

void JournalWriter::beforeDelete(const RowSelection &rows)
{
    const TableSchema &table = m_schema.table(rows.table);
    const JournalStep step{++m_lastStep, &table, m_schema.wholeRows(table), {}, {}};
    PendingDelete pending{step.number, false, {}};
    if (m_steps.take(step.number, Image::Before, step.layout, rows)) {
        JournalCascades::Found found =
            JournalCascades(m_schema, m_steps, m_lastStep).ofDelete(step);
        pending.cascadesToItself = std::any_of(found.deletes.begin(), found.deletes.end(),
                                               [&table](const JournalStep &each) {
                                                   return each.table->name == table.name;
                                               }) ||
                                   m_schema.cascadesToItself(table.name);
        pending.emptied = std::move(found.updates);
    }
    m_deletes.push_back(std::move(pending));
}

void JournalWriter::beforeUpdate(const RowSelection &rows, const QStringList &columns,
                                 const std::vector<ColumnValue> &newValues)
{
    const TableSchema &table = m_schema.table(rows.table);
    const JournalStep step{++m_lastStep, &table, m_schema.changedColumns(table, columns, newValues),
                           columns, newValues};
    PendingUpdate pending;
    pending.steps.push_back(step);
    if (m_steps.take(step.number, Image::Before, step.layout, rows)) {
        for (JournalStep &further : JournalCascades(m_schema, m_steps, m_lastStep).ofUpdate(step))
            pending.steps.push_back(std::move(further));
    }
    m_updates.push_back(std::move(pending));
}

void JournalWriter::takeAgain(const std::vector<JournalStep> &steps, bool isOne)
{
    for (const JournalStep &step : steps) {
        if (step.layout.key().isEmpty())
            m_steps.exchange(step.number, step.layout, step.newValues);
        else
            m_steps.takeAgain(step.number, step.layout, step.newValues, isOne);
    }
}

void JournalWriter::afterUpdate()
{
    const PendingUpdate pending = std::move(m_updates.back());
    m_updates.pop_back();
    takeAgain(pending.steps, pending.rowsAffected == 1 && !pending.isUpsert);
    bool isFirst = true;
    for (const JournalStep &step : pending.steps) {
        m_counts.updated(step.number, isFirst && !pending.isUpsert ? pending.rowsAffected : 0);
        isFirst = false;
    }
}

void JournalWriter::updateFailed()
{
    if (m_updates.empty())
        return;
    const int first = m_updates.back().steps.front().number;
    m_updates.pop_back();
    try {
        m_steps.forget(first);
        m_counts.forget(first);
    } catch (const DatabaseError &) {
        m_isBroken = true; // most likely there is no transaction any more
    }
}

void JournalWriter::afterInsert(const RowSelection &rows)
{
    const int step = ++m_lastStep;
    m_steps.takeInserted(step, m_schema.wholeRows(m_schema.table(rows.table)), rows,
                         std::exchange(m_justInserted, 0));
    m_counts.announcedInsert(step);
}

QString JournalWriter::valuesToReturn(const QString &table)
{
    return m_connection.canReturnInserted() ? m_schema.wholeRows(m_schema.table(table)).values({})
                                            : QString();
}

void JournalWriter::insertReturned(const QString &table, const QByteArrayList &images)
{
    const int step = ++m_lastStep;
    m_steps.takeReturned(step, m_schema.wholeRows(m_schema.table(table)), images);
    m_counts.inserted(images.size());
    m_counts.announcedInsert(step);
}

void JournalWriter::mark()
{
    m_mark = {m_counts.mark(), m_deletes, m_justInserted, m_isBroken};
}

void JournalWriter::backToMark()
{
    // The numbers of the steps go on: what is kept for a step is never taken for another one's.
    m_counts.backTo(m_mark.counts);
    m_deletes = m_mark.deletes;
    m_updates.clear();
    m_justInserted = m_mark.justInserted;
    m_isBroken = m_mark.isBroken;
}

void JournalWriter::ran(const QString &sql, qint64 rowsAffected)
{
    const Verb verb = verbOf(sql);
    if (verb == Verb::Other || isAboutJournal(sql))
        return;
    if (verb == Verb::Insert)
        return ranInsert(sql, rowsAffected);
    const bool isAnnounced = verb == Verb::Delete ? !m_deletes.empty() : !m_updates.empty();
    if (!isAnnounced) {
        if (rowsAffected > 0)
            failUnannounced(sql);
        return;
    }
    verb == Verb::Delete ? ranDelete(rowsAffected) : ranUpdate(rowsAffected);
}

void JournalWriter::ranInsert(const QString &sql, qint64 rowsAffected)
{
    if (rowsAffected < 0)
        return; // it returns its rows: see insertReturned()
    if (!isUpsert(sql)) {
        m_counts.inserted(rowsAffected);
        m_justInserted += rowsAffected;
        return;
    }
    m_counts.upserted();
    if (m_updates.empty())
        return;
    m_updates.back().isUpsert = true;
}

void JournalWriter::ranDelete(qint64 rowsAffected)
{
    std::vector<PendingDelete> pending;
    pending.swap(m_deletes);
    std::vector<int> steps;
    bool mayBeFewer = false;
    for (const PendingDelete &each : pending) {
        steps.push_back(each.step);
        mayBeFewer = mayBeFewer || each.cascadesToItself;
        takeAgain(each.emptied);
        for (const JournalStep &step : each.emptied)
            m_counts.updated(step.number, 0);
    }
    m_counts.deleted(steps, rowsAffected, mayBeFewer);
}

void JournalWriter::ranUpdate(qint64 rowsAffected)
{
    m_updates.back().rowsAffected += rowsAffected;
}

JournalSize JournalWriter::check() const
{
    if (m_isBroken || !m_updates.empty()) {
        throw DatabaseError(ErrorKind::Internal,
                            u"A change that failed could not be taken out of the journal, so that "
                            "nothing was changed; try again."_s);
    }
    return m_counts.check(m_connection, m_operation);
}

} // namespace tagsmith
