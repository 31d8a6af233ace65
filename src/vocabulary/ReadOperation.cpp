// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/Error.h"
#include "database/RowImage.h"
#include "database/ScopedConnection.h"
#include "database/Statement.h"
#include "vocabulary/History.h"

#include <algorithm>
#include <map>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

/** The rows of one part of a step, in both images. */
struct Part
{
    QString table;
    QString layout;
    QString before;
    QString after;
};

/** Statement by statement, so that only as much is read as is shown. */
class PartReader
{
public:
    PartReader(ScopedConnection &connection, qint64 operation)
        : m_connection(connection), m_operation(operation)
    {
    }

    /** The part after the last one; false at the end. */
    bool next(Part &part)
    {
        Statement statement = Statement::asText(
            m_connection,
            u"SELECT step, part, image, table_name, layout, row_data FROM "
            "tagsmith_change WHERE operation = %1 AND (step > %2 OR (step = %2 AND "
            "part > %3)) ORDER BY step, part, image LIMIT 2"_s.arg(
                QString::number(m_operation), QString::number(m_step), QString::number(m_part)));
        statement.execute();
        bool found = false;
        while (statement.next()) {
            const qint64 step = statement.integer(0);
            const qint64 number = statement.integer(1);
            if (found && (step != m_step || number != m_part))
                break;
            if (!found)
                part = {statement.text(3), statement.text(4), {}, {}};
            found = true;
            m_step = step;
            m_part = number;
            (statement.integer(2) == 0 ? part.before : part.after) = statement.text(5);
        }
        return found;
    }

private:
    ScopedConnection &m_connection;
    qint64 m_operation;
    qint64 m_step = 0;
    qint64 m_part = -1;
};

void append(OperationDetails &details, const RowImage &image, const Part &part, size_t limit)
{
    const std::vector<Row> before = image.rows(part.before);
    const std::vector<Row> after = image.rows(part.after);
    const size_t count = std::max(before.size(), after.size());
    for (size_t i = 0; i < count && details.changes.size() < limit; ++i) {
        RowChange change{image.table(), image.columns(), image.key(), {}, {}};
        if (i < before.size())
            change.before = before[i];
        if (i < after.size())
            change.after = after[i];
        details.changes.push_back(std::move(change));
    }
}

} // namespace

OperationDetails readOperation(ScopedConnection &connection, const QString &id, int limit)
{
    OperationDetails details;
    details.entry = findOperation(connection, id, {});
    const std::vector<TableSchema> schema = readSchema(connection);
    const auto most = static_cast<size_t>(std::max(limit, 0));
    PartReader reader(connection, details.entry.number);
    Part part;
    while (details.changes.size() < most && reader.next(part)) {
        const RowImage image = RowImage::forDisplay(connection, schema, part.table, part.layout);
        append(details, image, part, most);
    }
    details.leftOut = details.entry.rows - static_cast<qint64>(details.changes.size());
    return details;
}

} // namespace tagsmith
