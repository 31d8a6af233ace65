// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/ReceiptJson.h"

#include "cli/ConflictJson.h"
#include "cli/JsonParts.h"

#include <QJsonArray>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

/** An array with what @p toJson makes of each value. */
template <class T, class ToJson>
QJsonArray arrayOf(const std::vector<T> &values, ToJson toJson)
{
    QJsonArray array;
    for (const T &value : values)
        array.append(toJson(value));
    return array;
}

QJsonObject referenceToJson(const ReferenceCount &count)
{
    return {{u"table"_s, count.table},
            {u"column"_s, count.column},
            {u"moved"_s, count.moved},
            {u"collapsed"_s, count.collapsed},
            {u"removed"_s, count.removed}};
}

QJsonObject counterToJson(const CounterChange &change)
{
    return {{u"tag"_s, change.tag},
            {u"column"_s, change.column},
            {u"before"_s, numberToJson(change.before)},
            {u"after"_s, numberToJson(change.after)}};
}

QJsonObject sampleToJson(const SampleRows &sample)
{
    return {{u"table"_s, sample.table},
            {u"outcome"_s, sample.outcome},
            {u"columns"_s, QJsonArray::fromStringList(sample.columns)},
            {u"rows"_s, rowsToJson(sample.rows)}};
}

QJsonObject stepToJson(const AftercareStep &step)
{
    return {{u"text"_s, step.text}, {u"command"_s, textOrNull(step.command)}};
}

QJsonObject redirectToJson(const Redirect &redirect)
{
    return {{u"from"_s, redirect.from}, {u"to"_s, textOrNull(redirect.to)}};
}

QJsonObject objectsToJson(const ChangedObjects &objects)
{
    return {{u"table"_s, objects.table},
            {u"columns"_s, QJsonArray::fromStringList(objects.columns)},
            {u"rows"_s, rowsToJson(objects.rows)},
            {u"leftOut"_s, objects.leftOut}};
}

} // namespace

void addBeside(QJsonObject &json, const Receipt &receipt)
{
    json.insert(u"references"_s, arrayOf(receipt.references, referenceToJson));
    json.insert(u"children"_s, receipt.childrenLifted);
    json.insert(u"counters"_s, arrayOf(receipt.counters, counterToJson));
    json.insert(u"warnings"_s, QJsonArray::fromStringList(receipt.warnings));
    json.insert(u"aftercare"_s, arrayOf(receipt.aftercare, stepToJson));
    json.insert(u"redirects"_s, arrayOf(receipt.redirects, redirectToJson));
    json.insert(u"changedObjects"_s, arrayOf(receipt.changedObjects, objectsToJson));
}

QJsonObject receiptJson(const Receipt &receipt, bool withSql)
{
    QJsonObject json{{u"operation"_s, textOrNull(receipt.operation)},
                     {u"kind"_s, receipt.kind},
                     {u"summary"_s, textOrNull(receipt.summary)},
                     {u"tags"_s, receipt.tags},
                     {u"dryRun"_s, receipt.dryRun}};
    addBeside(json, receipt);
    if (!receipt.undoes.isEmpty()) {
        json.insert(u"undoes"_s, receipt.undoes);
        json.insert(u"rows"_s, receipt.rows);
        json.insert(u"skipped"_s, conflictsJson(receipt.skipped));
    }
    if (receipt.dryRun)
        json.insert(u"samples"_s, arrayOf(receipt.samples, sampleToJson));
    if (withSql)
        json.insert(u"sql"_s, QJsonArray::fromStringList(receipt.sql));
    return json;
}

} // namespace tagsmith
