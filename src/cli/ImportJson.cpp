// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/ImportJson.h"

#include "cli/JsonParts.h"

#include <QJsonArray>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

QJsonArray rejectionsToJson(const std::vector<Rejection> &rejections)
{
    QJsonArray array;
    for (const Rejection &rejection : rejections) {
        array.append(QJsonObject{{u"line"_s, rejection.line},
                                 {u"name"_s, rejection.name},
                                 {u"reason"_s, rejection.reason}});
    }
    return array;
}

QJsonArray equalNamesToJson(const std::vector<EqualNames> &pairs)
{
    QJsonArray array;
    for (const EqualNames &pair : pairs) {
        const QJsonValue otherLine =
            pair.otherLine > 0 ? QJsonValue(pair.otherLine) : QJsonValue(QJsonValue::Null);
        array.append(QJsonObject{{u"line"_s, pair.line},
                                 {u"name"_s, pair.name},
                                 {u"otherLine"_s, otherLine},
                                 {u"otherName"_s, pair.otherName}});
    }
    return array;
}

QJsonObject ruleCountsToJson(const NameRuleCounts &counts)
{
    return {{u"trimmed"_s, counts.trimmed},   {u"collapsed"_s, counts.collapsed},
            {u"composed"_s, counts.composed}, {u"cleaned"_s, counts.cleaned},
            {u"recased"_s, counts.recased},   {u"separated"_s, counts.separated}};
}

} // namespace

QJsonObject importJson(const ImportAccount &account)
{
    return {{u"read"_s, account.read},
            {u"inserted"_s, account.inserted},
            {u"updated"_s, account.updated},
            {u"unchanged"_s, account.unchanged},
            {u"skipped"_s, account.skipped},
            {u"rejected"_s, account.rejected},
            {u"operation"_s, textOrNull(account.operation)},
            {u"dryRun"_s, account.dryRun},
            {u"namesChanged"_s, ruleCountsToJson(account.ruleCounts)},
            {u"rejections"_s, rejectionsToJson(account.rejections)},
            {u"equalNamesCount"_s, account.equalNamesCount},
            {u"equalNames"_s, equalNamesToJson(account.equalNames)}};
}

} // namespace tagsmith
