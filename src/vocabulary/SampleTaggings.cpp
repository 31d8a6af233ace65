// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/SampleTaggings.h"

#include "database/ScopedConnection.h"
#include "database/Statement.h"
#include "vocabulary/RankedTaggings.h"
#include "vocabulary/ReferenceTable.h"

#include <algorithm>
#include <utility>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

constexpr size_t maxRows = 5;
constexpr int maxColumns = 8;

/** The columns to show: neither pictures nor all of a wide table, but always the tag's. */
std::vector<Column> shownColumns(const ReferenceTable &table)
{
    std::vector<Column> columns;
    for (const Column &column : table.schema().columns) {
        const bool isTag = column.name.compare(table.reference().column, Qt::CaseInsensitive) == 0;
        const bool hasRoom = columns.size() < maxColumns && column.type != ColumnType::Binary;
        if (isTag || hasRoom)
            columns.push_back(column);
    }
    return columns;
}

/** Adds what is left of maxRows of the rows that @p condition on r picks. */
template <class Bind>
void addRows(const ReferenceTable &table, const QString &joined, const QString &condition,
             const Bind &bind, const QString &outcome, std::vector<SampleRows> &samples)
{
    const QString &name = table.schema().name;
    auto sample = std::find_if(samples.begin(), samples.end(), [&](const SampleRows &other) {
        return other.table == name && other.outcome == outcome;
    });
    const size_t known = sample == samples.end() ? 0 : sample->rows.size();
    if (known >= maxRows)
        return;
    const std::vector<Column> columns = shownColumns(table);
    QStringList selected;
    for (const Column &column : columns)
        selected << table.connection().dialect().selected(column, u"r"_s);
    QStringList order;
    for (const QString &key : table.rowKey())
        order << table.column(key);
    Statement statement(
        table.connection(),
        u"SELECT "_s + selected.join(u", "_s) + u" FROM "_s + joined + u" WHERE "_s + condition +
            (order.isEmpty() ? QString() : u" ORDER BY "_s + order.join(u", "_s)) + u" LIMIT ?"_s);
    bind(statement);
    statement.bind(static_cast<qint64>(maxRows - known)).execute();
    while (statement.next()) {
        if (sample == samples.end()) {
            SampleRows added{name, outcome, {}, {}};
            for (const Column &column : columns)
                added.columns << column.name;
            sample = samples.insert(sample, std::move(added));
        }
        Row row;
        for (size_t i = 0; i < columns.size(); ++i)
            row.push_back(statement.cell(static_cast<int>(i)));
        sample->rows.push_back(std::move(row));
    }
}

} // namespace

void sampleCollapsing(const ReferenceTable &table, const TagValues &tags,
                      std::vector<SampleRows> &samples)
{
    if (table.rowKey().isEmpty())
        return; // nothing tells the rows apart, so that nothing could be shown but equal ones
    for (const ObjectKey &key : table.objectKeys()) {
        const RankedTaggings ranked(table, tags, key);
        addRows(
            table,
            ranked.sql() + u" JOIN "_s + table.from() + u" ON "_s + table.sameRow(u"r"_s, u"d"_s),
            RankedTaggings::collapses(), [&](Statement &statement) { ranked.bind(statement); },
            u"collapsed"_s, samples);
    }
}

void sampleUsing(const ReferenceTable &table, const TagValues &tags, const QString &outcome,
                 std::vector<SampleRows> &samples)
{
    addRows(
        table, table.from(), table.usesOneOf(tags.sources.size()),
        [&](Statement &statement) { table.bindTags(statement, tags.sources); }, outcome, samples);
}

} // namespace tagsmith
