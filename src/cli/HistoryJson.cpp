// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/HistoryJson.h"

#include "cli/JsonParts.h"

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

QJsonObject entryToJson(const OperationEntry &entry)
{
    return {{u"number"_s, entry.number},
            {u"id"_s, entry.id},
            {u"kind"_s, entry.kind},
            {u"vocabulary"_s, entry.vocabulary},
            {u"author"_s, entry.author},
            {u"at"_s, entry.at.toUTC().toString(Qt::ISODateWithMs)},
            {u"summary"_s, entry.summary},
            {u"rows"_s, entry.rows},
            {u"bytes"_s, entry.bytes},
            {u"undoes"_s, textOrNull(entry.undoes)},
            {u"undoneBy"_s, textOrNull(entry.undoneBy)}};
}

QJsonObject changeToJson(const RowChange &change)
{
    const Row row = change.before ? *change.before : change.after.value_or(Row());
    return {{u"table"_s, change.table},
            {u"key"_s, keyByColumn(change.columns, change.keyColumns, row)},
            {u"before"_s, rowByColumn(change.columns, change.before)},
            {u"after"_s, rowByColumn(change.columns, change.after)}};
}

} // namespace

QJsonObject historyJson(const HistoryPage &page, const JournalState &state)
{
    QJsonArray operations;
    for (const OperationEntry &entry : page.entries)
        operations.append(entryToJson(entry));
    const QJsonObject journal{{u"operations"_s, state.operations}, {u"bytes"_s, state.bytes}};
    return {{u"operations"_s, operations},
            {u"hasMore"_s, page.hasMore},
            {u"journal"_s, journal},
            {u"retention"_s, retentionJson(state.retention)}};
}

QJsonObject operationJson(const OperationDetails &details)
{
    QJsonArray changes;
    for (const RowChange &change : details.changes)
        changes.append(changeToJson(change));
    return {{u"operation"_s, entryToJson(details.entry)},
            {u"changes"_s, changes},
            {u"leftOut"_s, details.leftOut}};
}

QJsonObject retentionJson(const Retention &retention)
{
    return {{u"days"_s, retention.days}, {u"megabytes"_s, retention.megabytes}};
}

} // namespace tagsmith
