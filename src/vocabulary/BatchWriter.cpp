// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/BatchWriter.h"

#include "database/ScopedConnection.h"

#include <QStringList>

#include <algorithm>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int rowsPerStatement = 1'000;

/** Whether a column that the file does not fill makes an INSERT … ON DUPLICATE impossible. */
bool needsOtherColumns(const Vocabulary &vocabulary, const std::vector<int> &columns)
{
    for (int i = 0; i < static_cast<int>(vocabulary.columns.size()); ++i) {
        const bool isFilled =
            i == vocabulary.nameColumn || std::count(columns.begin(), columns.end(), i) > 0;
        if (!isFilled && vocabulary.columns[static_cast<size_t>(i)].isRequired())
            return true;
    }
    return false;
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
      m_updatesSingly(kind == Kind::Upsert && needsOtherColumns(vocabulary, columns))
{
}

int BatchWriter::maxRows() const
{
    if (m_updatesSingly)
        return 1;
    const int parameters = static_cast<int>(m_columns.size()) + 1;
    return std::min(rowsPerStatement, m_connection.dialect().maxParameters() / parameters);
}

QString BatchWriter::sql(int rows) const
{
    const Dialect &dialect = m_connection.dialect();
    const QString name = m_vocabulary.nameField().name;
    QStringList values;
    for (const int column : m_columns)
        values << m_vocabulary.columns[static_cast<size_t>(column)].name;
    if (m_updatesSingly) {
        QStringList assignments;
        for (const QString &column : values)
            assignments << dialect.quoted(column) + u" = ?"_s;
        return u"UPDATE "_s + dialect.quoted(m_vocabulary.table) + u" SET "_s +
               assignments.join(u", "_s) + u" WHERE "_s + dialect.quoted(name) + u" = ?"_s;
    }
    const QStringList columns = QStringList{name} + values;
    return m_kind == Kind::Insert ? dialect.insert(m_vocabulary.table, columns, rows)
                                  : dialect.upsert(m_vocabulary.table, columns, name, values, rows);
}

Statement &BatchWriter::prepared(int rows)
{
    if (!m_statement || m_preparedRows != rows) {
        m_statement = std::make_unique<Statement>(m_connection, sql(rows));
        m_preparedRows = rows;
    }
    return *m_statement;
}

void BatchWriter::writeAll(Rows rows)
{
    const auto most = static_cast<size_t>(maxRows());
    for (size_t begin = 0; begin < rows.size(); begin += most) {
        const Rows part = rows.subspan(begin, std::min(most, rows.size() - begin));
        Statement &statement = prepared(static_cast<int>(part.size()));
        for (const ImportRow *row : part) {
            if (!m_updatesSingly)
                statement.bind(row->name);
            for (const Cell &value : row->values)
                statement.bind(value);
            if (m_updatesSingly)
                statement.bind(row->name);
        }
        statement.execute();
    }
}

void BatchWriter::writeEach(Rows rows, const Stored &stored, const Failed &failed)
{
    if (rows.empty())
        return;
    if (rows.size() > static_cast<size_t>(maxRows())) { // one statement each, to fail as one
        const size_t half = rows.size() / 2;
        writeEach(rows.first(half), stored, failed);
        writeEach(rows.subspan(half), stored, failed);
        return;
    }
    try {
        writeAll(rows);
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
