// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/BatchWriter.h"

#include "database/ScopedConnection.h"
#include "vocabulary/KeyedRows.h"
#include "vocabulary/NewRows.h"
#include "vocabulary/RecordChanges.h"

#include <QStringList>

#include <algorithm>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int rowsPerStatement = 1'000;
constexpr int bulkRowsPerStatement = 4'000; ///< which need not be found again

const Column &columnAt(const Vocabulary &vocabulary, int column)
{
    return vocabulary.columns[static_cast<size_t>(column)];
}

/** Whether a column that the file does not fill makes an INSERT … ON DUPLICATE impossible. */
bool needsOtherColumns(const Vocabulary &vocabulary, const std::vector<int> &columns,
                       const std::vector<ColumnValue> &constants)
{
    for (int i = 0; i < static_cast<int>(vocabulary.columns.size()); ++i) {
        const Column &column = columnAt(vocabulary, i);
        const bool isConstant =
            std::any_of(constants.begin(), constants.end(), [&column](const ColumnValue &constant) {
                return constant.column == column.name;
            });
        const bool isFilled = i == vocabulary.nameColumn || isConstant ||
                              std::count(columns.begin(), columns.end(), i) > 0;
        if (!isFilled && column.isRequired())
            return true;
    }
    return false;
}

/** Whether a new tag is more than its values in one row of one table. */
bool needsTagInsert(const Vocabulary &vocabulary, const std::vector<int> &columns)
{
    const auto isPlain = [&vocabulary](int column) {
        return columnAt(vocabulary, column).jsonKey.isEmpty();
    };
    return vocabulary.nameTable || needsSlug(vocabulary, columns) ||
           !isPlain(vocabulary.nameColumn) || !std::all_of(columns.begin(), columns.end(), isPlain);
}

} // namespace

bool isAboutValues(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Conflict:
    case ErrorKind::Constraint:
    case ErrorKind::TooLong:
    case ErrorKind::NotStorable:
    case ErrorKind::InvalidValue: return true;
    default: return false;
    }
}

BatchWriter::BatchWriter(ScopedConnection &connection, const Vocabulary &vocabulary, Kind kind,
                         const std::vector<int> &columns)
    : m_connection(connection), m_vocabulary(vocabulary), m_kind(kind), m_columns(columns),
      m_constants(valuesOfNewTags(vocabulary, columns))
{
    // A name that is no key need not be unique, so that only the key says which row is meant.
    const bool updatesByKey =
        !vocabulary.keyIsName() || needsOtherColumns(vocabulary, columns, m_constants);
    if (kind == Kind::Insert && needsTagInsert(vocabulary, columns))
        m_insert = std::make_unique<TagInsert>(connection, vocabulary, columns);
    else if (kind == Kind::Insert && connection.isSqlite())
        m_rowInsert = RowInsert::into(connection, vocabulary.table, sql(1), m_constants);
    else if (kind == Kind::Insert)
        m_bulkInsert = BulkInsert::into(connection, vocabulary.table, filledColumns(), m_constants);
    else if (kind == Kind::Upsert && updatesByKey)
        m_update = std::make_unique<TagUpdate>(connection, vocabulary, columns);
}

int BatchWriter::maxRows() const
{
    if (writesSingly())
        return 1;
    const int parameters = static_cast<int>(m_columns.size() + m_constants.size()) + 1;
    const int most = m_bulkInsert ? bulkRowsPerStatement : rowsPerStatement;
    return std::min(most, m_connection.dialect().maxParameters() / parameters);
}

QStringList BatchWriter::filledColumns() const
{
    QStringList columns = {m_vocabulary.nameField().name};
    for (const int column : m_columns)
        columns << columnAt(m_vocabulary, column).name;
    for (const ColumnValue &constant : m_constants)
        columns << constant.column;
    return columns;
}

QString BatchWriter::sql(int rows) const
{
    const Dialect &dialect = m_connection.dialect();
    const QStringList columns = filledColumns();
    if (m_kind == Kind::Insert)
        return dialect.insert(m_vocabulary.table, columns, rows);
    return dialect.upsert(m_vocabulary.table, columns, columns.front(),
                          columns.mid(1, static_cast<qsizetype>(m_columns.size())), rows);
}

Statement &BatchWriter::prepared(int rows)
{
    if (!m_statement || m_preparedRows != rows) {
        m_statement = std::make_unique<Statement>(m_connection, sql(rows));
        m_preparedRows = rows;
    }
    return *m_statement;
}

void BatchWriter::executeRecorded(Statement &statement, Rows rows)
{
    QStringList names;
    for (const ImportRow *row : rows)
        names << row->name;
    if (m_kind == Kind::Insert) {
        const NewRows newRows(m_connection, m_vocabulary, names);
        m_inserted += statement.execute().rowsAffected();
        recordInsert(m_connection, newRows.made());
        return;
    }
    QStringList columns;
    for (const int column : m_columns)
        columns << columnAt(m_vocabulary, column).name;
    const RowSelection known =
        keyedRows(m_connection, m_vocabulary.table, m_vocabulary.nameField(), names);
    RecordedUpdate recorded(m_connection, known, columns);
    statement.execute();
    recorded.done();
}

void BatchWriter::writeTogether(Rows rows)
{
    if (m_bulkInsert) {
        m_inserted += m_bulkInsert->run(rows);
        return;
    }
    Statement &statement = prepared(static_cast<int>(rows.size()));
    for (const ImportRow *row : rows) {
        statement.bind(row->name);
        for (const Cell &value : row->values)
            statement.bind(value);
        for (const ColumnValue &constant : m_constants)
            statement.bind(constant.value);
    }
    if (m_connection.changeSink())
        executeRecorded(statement, rows);
    else
        m_inserted += statement.execute().rowsAffected();
}

size_t BatchWriter::writeFirst(Rows rows)
{
    if (m_rowInsert)
        return insertFirst(rows);
    const auto most = static_cast<size_t>(maxRows());
    for (size_t begin = 0; begin < rows.size(); begin += most) {
        try {
            writeTogether(rows.subspan(begin, std::min(most, rows.size() - begin)));
        } catch (const DatabaseError &failure) {
            if (!isAboutValues(failure.error().kind))
                throw;
            return begin;
        }
    }
    return rows.size();
}

void BatchWriter::insertRow(const ImportRow &row)
{
    if (m_rowInsert) {
        m_rowInsert->run(row);
        return;
    }
    m_insert->run(row.name, row.values);
    ++m_inserted;
}

void BatchWriter::announce()
{
    if (m_rowInsert)
        m_inserted += m_rowInsert->announce();
    else
        m_insert->announce();
}

size_t BatchWriter::insertFirst(Rows rows)
{
    size_t count = 0;
    try {
        for (; count < rows.size(); ++count)
            m_rowInsert->run(*rows[count]);
    } catch (const DatabaseError &failure) {
        if (!isAboutValues(failure.error().kind))
            throw;
    }
    announce();
    return count;
}

void BatchWriter::insertEach(Rows rows, const Stored &stored, const Failed &failed)
{
    for (const ImportRow *row : rows) {
        try {
            insertRow(*row);
            stored(*row);
        } catch (const DatabaseError &failure) {
            if (!isAboutValues(failure.error().kind))
                throw;
            failed(*row, failure.error());
        }
    }
    announce();
}

void BatchWriter::writeEach(Rows rows, const Stored &stored, const Failed &failed)
{
    if (rows.empty())
        return;
    if (m_update) {
        m_update->runEach(rows, stored, failed);
        return;
    }
    if (m_insert || m_rowInsert) {
        insertEach(rows, stored, failed);
        return;
    }
    if (rows.size() > static_cast<size_t>(maxRows())) { // one statement each, to fail as one
        const size_t half = rows.size() / 2;
        writeEach(rows.first(half), stored, failed);
        writeEach(rows.subspan(half), stored, failed);
        return;
    }
    try {
        writeTogether(rows);
    } catch (const DatabaseError &failure) {
        if (!isAboutValues(failure.error().kind))
            throw;
        if (rows.size() == 1) {
            failed(*rows.front(), failure.error());
            return;
        }
        const size_t half = rows.size() / 2;
        writeEach(rows.first(half), stored, failed);
        writeEach(rows.subspan(half), stored, failed);
        return;
    }
    for (const ImportRow *row : rows)
        stored(*row);
}

} // namespace tagsmith
