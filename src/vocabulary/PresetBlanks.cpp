// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/PresetBlanks.h"

#include <QJsonArray>
#include <QStringList>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

/** Members whose values are compared with a column, in which NULL is a value. */
bool isCondition(const QString &member)
{
    return member == "scope"_L1 || member == "root"_L1 ||
           member.endsWith("where"_L1, Qt::CaseInsensitive);
}

QJsonValue filledValue(const PresetBlanks &blanks, const QJsonValue &value, bool inCondition)
{
    if (value.isString()) {
        const QString text = value.toString();
        if (inCondition && !blanks.value && text == "{value}"_L1)
            return QJsonValue();
        return blanks.filled(text);
    }
    if (value.isArray()) {
        QJsonArray list;
        const QJsonArray items = value.toArray();
        for (const auto &item : items)
            list.append(filledValue(blanks, item, inCondition));
        return list;
    }
    if (!value.isObject())
        return value;
    QJsonObject object;
    const QJsonObject members = value.toObject();
    for (auto it = members.constBegin(); it != members.constEnd(); ++it) {
        object.insert(blanks.filled(it.key()),
                      filledValue(blanks, it.value(), inCondition || isCondition(it.key())));
    }
    return object;
}

} // namespace

QString PresetBlanks::filled(const QString &text) const
{
    QString result;
    qsizetype position = 0;
    while (position < text.size()) { // in one pass, because a value may look like a blank
        const QStringView rest = QStringView(text).sliced(position);
        const auto take = [&](const QString &blank, const QString &replacement) {
            if (!rest.startsWith(blank))
                return false;
            result += replacement;
            position += blank.size();
            return true;
        };
        if (!take(u"{prefix}"_s, prefix) && !take(u"{value}"_s, value.value_or(QString())) &&
            !take(u"{locale}"_s, locale))
            result += text[position++];
    }
    return result;
}

QJsonObject PresetBlanks::filled(const QJsonObject &json) const
{
    return filledValue(*this, json, false).toObject();
}

} // namespace tagsmith
