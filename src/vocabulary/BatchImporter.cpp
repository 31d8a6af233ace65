// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/BatchImporter.h"

#include "core/Error.h"
#include "core/IsSameValue.h"
#include "database/ScopedConnection.h"
#include "database/Statement.h"

#include <QHash>

#include <algorithm>
#include <utility>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int fewestRowsToAsk = 500; // a question costs the same for one name or for many

/** A number in the order of the names, as far as their first four UTF-16 units tell it. */
quint64 beginningOf(const QString &name)
{
    constexpr qsizetype units = 4;
    constexpr int bitsOfUnit = 16;
    quint64 number = 0;
    for (qsizetype i = 0; i < units; ++i)
        number = number << bitsOfUnit | (i < name.size() ? name.at(i).unicode() : 0U);
    return number;
}

std::vector<const ImportRow *> pointersTo(const ImportBatch &batch)
{
    std::vector<const ImportRow *> pointers;
    pointers.reserve(batch.size());
    for (const ImportRow &row : batch)
        pointers.push_back(&row);
    return pointers;
}

std::vector<const ImportRow *> pointersInOrderOfNames(const ImportBatch &batch)
{
    using Entry = std::pair<quint64, const ImportRow *>; // most pairs differ in how they begin
    std::vector<Entry> entries;
    entries.reserve(batch.size());
    for (const ImportRow &row : batch)
        entries.emplace_back(beginningOf(row.name), &row);
    std::sort(entries.begin(), entries.end(), [](const Entry &left, const Entry &right) {
        return left.first != right.first ? left.first < right.first
                                         : left.second->name < right.second->name;
    });
    std::vector<const ImportRow *> pointers;
    pointers.reserve(entries.size());
    for (const Entry &entry : entries)
        pointers.push_back(entry.second);
    return pointers;
}

/** Whether the database numbers the rows of @p table, so that their order is seen in them. */
bool isNumbered(ScopedConnection &connection, const QString &table)
{
    Statement statement(connection,
                        u"SELECT COUNT(*) FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = "
                        "DATABASE() AND TABLE_NAME = ? AND EXTRA LIKE '%auto_increment%'"_s);
    statement.bind(table).execute().next();
    return statement.integer(0) > 0;
}

} // namespace

BatchImporter::BatchImporter(ScopedConnection &connection, const Vocabulary &vocabulary,
                             const std::vector<int> &columns, OnExisting onExisting,
                             AccountBook &book)
    : m_vocabulary(vocabulary), m_columns(columns), m_onExisting(onExisting), m_book(book),
      m_stored(connection, vocabulary, columns),
      m_inserter(connection, vocabulary, BatchWriter::Kind::Insert, columns),
      m_updater(connection, vocabulary, BatchWriter::Kind::Upsert, columns),
      m_canInsertAsNew(vocabulary.keyIsName() && !m_inserter.writesSingly()),
      m_sortsNewRows(m_canInsertAsNew && !connection.isSqlite() &&
                     !isNumbered(connection, vocabulary.table)),
      m_expectsNewRows(m_canInsertAsNew)
{
}

int BatchImporter::batchRows() const
{
    return std::max(m_inserter.maxRows(), fewestRowsToAsk);
}

void BatchImporter::import(const ImportBatch &batch)
{
    if (!m_expectsNewRows) {
        importAsked(batch);
        return;
    }
    const ImportBatch rest = insertAsNew(batch);
    m_expectsNewRows = rest.empty();
    if (!rest.empty())
        importAsked(rest);
}

/** Returns the rows that have to be asked for. */
ImportBatch BatchImporter::insertAsNew(const ImportBatch &batch)
{
    std::vector<const ImportRow *> rows =
        m_sortsNewRows ? pointersInOrderOfNames(batch) : pointersTo(batch);
    const auto restBegin = rows.begin() + static_cast<std::ptrdiff_t>(m_inserter.writeFirst(rows));
    if (restBegin == rows.end()) {
        for (const ImportRow &row : batch)
            m_book.bookInserted(row);
        return {};
    }
    std::sort(rows.begin(), restBegin); // the order of the file again
    std::sort(restBegin, rows.end());
    std::for_each(rows.begin(), restBegin, [this](const auto *row) { m_book.bookInserted(*row); });
    ImportBatch rest;
    std::for_each(restBegin, rows.end(), [&rest](const auto *row) { rest.push_back(*row); });
    return rest;
}

void BatchImporter::importAsked(const ImportBatch &batch)
{
    const int count = static_cast<int>(batch.size());
    std::vector<bool> isDone(batch.size(), false);
    rejectNotStorable(batch, isDone);

    const QStringList names = namesOf(batch);
    auto found = m_stored.find(names);
    QHash<QString, int> latest; // by key: the last position that met it
    for (int i = 0; i < count; ++i) {
        const auto match = found.find(i);
        if (match == found.end() || isDone[static_cast<size_t>(i)])
            continue;
        // Two lines may equal the same tag: the second one meets what the first one left.
        StoredTag &stored = match->second;
        const auto earlier = latest.constFind(stored.key);
        if (earlier != latest.constEnd()) {
            flushUpdates();
            stored.values = found.at(*earlier).values;
        }
        takeExisting(batch[static_cast<size_t>(i)], stored, m_book.firstLine(stored.name));
        latest.insert(stored.key, i);
        isDone[static_cast<size_t>(i)] = true;
    }
    flushUpdates();

    const auto twins = m_stored.findTwins(names);
    std::vector<const ImportRow *> firsts;
    ImportBatch seconds;
    for (int i = 0; i < count; ++i) {
        if (isDone[static_cast<size_t>(i)])
            continue;
        if (twins.contains(i))
            seconds.push_back(batch[static_cast<size_t>(i)]);
        else
            firsts.push_back(&batch[static_cast<size_t>(i)]);
    }
    m_inserter.writeEach(
        firsts, [this](const ImportRow &row) { m_book.bookInserted(row); },
        [this](const ImportRow &row, const Error &error) {
            m_book.bookRejected(row, error.message);
        });
    // The twins of a row that was rejected have become firsts themselves; each round stores some.
    if (!seconds.empty())
        importAsked(seconds);
    m_expectsNewRows = m_canInsertAsNew && found.empty() && twins.empty();
}

void BatchImporter::rejectNotStorable(const ImportBatch &batch, std::vector<bool> &isDone)
{
    const auto positions = m_stored.findNotStorable(namesOf(batch));
    for (const int position : positions) {
        const auto index = static_cast<size_t>(position);
        isDone[index] = true;
        const Column &nameField = m_vocabulary.nameField();
        m_book.bookRejected(batch[index],
                            u"The name has characters that the column %1 (%2) cannot store."_s.arg(
                                nameField.name, nameField.characterSet),
                            nameField.name);
    }
}

void BatchImporter::takeExisting(const ImportRow &row, StoredTag &stored, qint64 otherLine)
{
    if (otherLine == 0)
        m_book.noteFirst(row, stored.name);
    m_book.noteEqual(row, otherLine, stored.name);
    m_book.noteStored(row, stored.values);
    if (m_onExisting == OnExisting::Fail) {
        const QString where =
            otherLine > 0 ? u"line %1"_s.arg(m_book.lineWords(otherLine)) : u"a stored tag"_s;
        throw DatabaseError(
            ErrorKind::Conflict,
            u"Line %1: “%2” equals “%3” (%4), so that nothing was imported; choose to skip or "
            "update names that exist."_s.arg(m_book.lineWords(row.line), row.name, stored.name,
                                             where));
    }
    if (holdsSameValues(row, stored)) {
        m_book.bookUnchanged(row);
        return;
    }
    if (m_onExisting == OnExisting::Skip) {
        m_book.bookSkipped(row);
        return;
    }
    m_book.noteReplaced(row, stored.values);
    m_updates.push_back(
        ImportRow{row.line, row.number, stored.name, row.values, row.record, stored.key});
    m_updatedTags.push_back(&stored);
}

void BatchImporter::flushUpdates()
{
    m_updater.writeEach(
        pointersTo(m_updates),
        [this](const ImportRow &row) {
            m_book.bookUpdated(row);
            m_updatedTags[static_cast<size_t>(&row - m_updates.data())]->values = row.values;
        },
        [this](const ImportRow &row, const Error &error) {
            m_book.bookRejected(row, error.message);
        });
    m_updates.clear();
    m_updatedTags.clear();
}

bool BatchImporter::holdsSameValues(const ImportRow &row, const StoredTag &stored) const
{
    for (size_t i = 0; i < m_columns.size(); ++i) {
        const Column &column = m_vocabulary.columns[static_cast<size_t>(m_columns[i])];
        if (!isSameValue(column, row.values[i], stored.values[i]))
            return false;
    }
    return true;
}

} // namespace tagsmith
