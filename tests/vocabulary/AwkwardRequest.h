// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ImportRequest.h"
#include "vocabulary/AwkwardFile.h"

/** The options of an awkward file, as its expectations give them. */
namespace tagsmith::test
{

inline Cell cellOf(const QJsonValue &value)
{
    return value.isNull() || value.isUndefined() ? Cell() : Cell(value.toString());
}

inline NameRules rulesOf(const QJsonArray &names)
{
    NameRules rules;
    for (const QJsonValue &value : names) {
        const QString name = value.toString();
        if (name == QStringLiteral("trim"))
            rules.trim = true;
        else if (name == QStringLiteral("collapse"))
            rules.collapseBlanks = true;
        else if (name == QStringLiteral("nfc"))
            rules.compose = true;
        else if (name == QStringLiteral("invisible"))
            rules.removeInvisible = true;
        else if (name == QStringLiteral("lower"))
            rules.letterCase = LetterCase::Lower;
        else
            qFatal("There is no rule %s.", qPrintable(name));
    }
    return rules;
}

inline OnExisting onExistingOf(const QString &name)
{
    if (name == QStringLiteral("update"))
        return OnExisting::Update;
    return name == QStringLiteral("fail") ? OnExisting::Fail : OnExisting::Skip;
}

inline ImportRequest requestOf(const AwkwardFile &file, const QString &path)
{
    const QJsonObject options = file.object(QStringLiteral("import"));
    const auto text = [&options](const char *key) {
        return options.value(QLatin1StringView(key)).toString();
    };
    ImportRequest request;
    request.source.path = path;
    request.source.format = fileFormatFromName(text("format"));
    request.source.encoding = text("encoding");
    request.source.sheet = text("sheet");
    if (!text("delimiter").isEmpty())
        request.source.delimiter = text("delimiter").front();
    if (text("content") == QStringLiteral("merges"))
        request.source.content = ImportContent::Merges;
    request.onExisting = onExistingOf(text("onExisting"));
    request.listSeparator = text("listSeparator");
    request.nameRules = rulesOf(options[QStringLiteral("rules")].toArray());
    const QJsonObject mapping = options[QStringLiteral("mapping")].toObject();
    for (auto entry = mapping.begin(); entry != mapping.end(); ++entry)
        request.mapping.push_back({entry.key(), entry.value().toString()});
    const QJsonObject constants = options[QStringLiteral("constants")].toObject();
    for (auto entry = constants.begin(); entry != constants.end(); ++entry)
        request.constants.push_back({entry.key(), cellOf(entry.value())});
    const QJsonArray leftOut = options[QStringLiteral("leftOut")].toArray();
    for (const QJsonValue &line : leftOut)
        request.leftOut.push_back(line.toInt());
    const QJsonArray corrections = options[QStringLiteral("corrections")].toArray();
    for (const QJsonValue &value : corrections) {
        const QJsonObject correction = value.toObject();
        request.corrections.push_back({correction[QStringLiteral("line")].toInt(),
                                       correction[QStringLiteral("column")].toString(),
                                       cellOf(correction[QStringLiteral("value")])});
    }
    return request;
}

} // namespace tagsmith::test
