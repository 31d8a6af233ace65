// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/ImportJson.h"

#include "cli/JsonParts.h"
#include "cli/ReceiptJson.h"

#include <QJsonArray>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

/** The line within its file, which is told where there are several. */
void addPlace(QJsonObject &json, const ImportFiles &files, qint64 line, const QString &lineKey,
              const QString &fileKey)
{
    const FileLine place = fileLine(files, line);
    json.insert(lineKey, line > 0 ? QJsonValue(place.line) : QJsonValue(QJsonValue::Null));
    if (!files.empty() && line > 0)
        json.insert(fileKey, place.path);
}

QJsonArray rejectionsToJson(const ImportAccount &account)
{
    QJsonArray array;
    for (const Rejection &rejection : account.rejections) {
        QJsonObject json{{u"name"_s, rejection.name}, {u"reason"_s, rejection.reason}};
        addPlace(json, account.files, rejection.line, u"line"_s, u"file"_s);
        array.append(json);
    }
    return array;
}

QJsonArray equalNamesToJson(const ImportAccount &account)
{
    QJsonArray array;
    for (const EqualNames &pair : account.equalNames) {
        QJsonObject json{{u"name"_s, pair.name}, {u"otherName"_s, pair.otherName}};
        addPlace(json, account.files, pair.line, u"line"_s, u"file"_s);
        addPlace(json, account.files, pair.otherLine, u"otherLine"_s, u"otherFile"_s);
        array.append(json);
    }
    return array;
}

/** Where there are several, with the lines before each: --leave-out counts them on. */
void addFiles(QJsonObject &json, const ImportFiles &files)
{
    if (files.empty())
        return;
    QJsonArray array;
    for (const ImportFile &file : files)
        array.append(QJsonObject{{u"file"_s, file.path}, {u"linesBefore"_s, file.linesBefore}});
    json.insert(u"files"_s, array);
}

QJsonObject ruleCountsToJson(const NameRuleCounts &counts)
{
    return {{u"trimmed"_s, counts.trimmed},   {u"collapsed"_s, counts.collapsed},
            {u"composed"_s, counts.composed}, {u"cleaned"_s, counts.cleaned},
            {u"recased"_s, counts.recased},   {u"separated"_s, counts.separated}};
}

/** What only actions and merges have, but for the warnings. */
void addActions(QJsonObject &json, const ImportAccount &account)
{
    if (account.content == ImportContent::Tags) {
        json.insert(u"warnings"_s, QJsonArray::fromStringList(account.actions.warnings));
        return;
    }
    json.insert(u"content"_s,
                account.content == ImportContent::Merges ? u"merges"_s : u"actions"_s);
    json.insert(u"renamed"_s, account.renamed);
    json.insert(u"merged"_s, account.merged);
    json.insert(u"deleted"_s, account.deleted);
    addBeside(json, account.actions);
}

QString sourceName(EncodingFinding::Source source)
{
    switch (source) {
    case EncodingFinding::Source::Chosen: return u"chosen"_s;
    case EncodingFinding::Source::Mark: return u"mark"_s;
    case EncodingFinding::Source::Utf8: return u"utf-8"_s;
    case EncodingFinding::Source::Zeros: return u"zeros"_s;
    case EncodingFinding::Source::Guess: break;
    }
    return u"guess"_s;
}

/** How the text was decoded; a workbook has nothing to decode. */
void addEncoding(QJsonObject &json, const EncodingFinding &encoding)
{
    if (encoding.name.isEmpty())
        return;
    QJsonObject found{{u"name"_s, encoding.name}, {u"found"_s, sourceName(encoding.source)}};
    if (encoding.confidence >= 0)
        found.insert(u"confidence"_s, encoding.confidence);
    if (encoding.wrongOffset >= 0) {
        found.insert(u"wrongByte"_s, QJsonObject{{u"offset"_s, encoding.wrongOffset},
                                                 {u"line"_s, encoding.wrongLine},
                                                 {u"value"_s, encoding.wrongByte}});
    }
    json.insert(u"encoding"_s, found);
}

} // namespace

QJsonObject importJson(const ImportAccount &account)
{
    QJsonObject json{{u"read"_s, account.read},
                     {u"inserted"_s, account.inserted},
                     {u"updated"_s, account.updated},
                     {u"unchanged"_s, account.unchanged},
                     {u"skipped"_s, account.skipped},
                     {u"rejected"_s, account.rejected},
                     {u"operation"_s, textOrNull(account.operation)},
                     {u"dryRun"_s, account.dryRun},
                     {u"namesChanged"_s, ruleCountsToJson(account.ruleCounts)},
                     {u"rejections"_s, rejectionsToJson(account)},
                     {u"equalNamesCount"_s, account.equalNamesCount},
                     {u"equalNames"_s, equalNamesToJson(account)}};
    addActions(json, account);
    addFiles(json, account.files);
    addEncoding(json, account.encoding);
    return json;
}

} // namespace tagsmith
