// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/CalibreCategories.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

bool isTag(const QJsonArray &entry)
{
    return entry.size() >= 2 && entry.at(1).toString() == "tags"_L1;
}

bool same(const QString &left, const QString &right)
{
    return left.toLower() == right.toLower();
}

bool isOneOf(const QString &name, const QStringList &names)
{
    return std::any_of(names.begin(), names.end(),
                       [&name](const QString &candidate) { return same(name, candidate); });
}

/** Whether @p entries has the tag @p name. */
bool hasTag(const QJsonArray &entries, const QString &name)
{
    return std::any_of(entries.begin(), entries.end(), [&name](const QJsonValue &value) {
        const QJsonArray entry = value.toArray();
        return isTag(entry) && same(entry.at(0).toString(), name);
    });
}

QJsonArray patched(const QJsonArray &entries, const QStringList &names, const QString &newName)
{
    QJsonArray others; // decides which new names would stand there twice
    for (const auto &value : entries) {
        const QJsonArray entry = value.toArray();
        if (!isTag(entry) || !isOneOf(entry.at(0).toString(), names))
            others.append(value);
    }
    bool isThere = newName.isEmpty() || hasTag(others, newName);
    QJsonArray result;
    for (const auto &value : entries) {
        QJsonArray entry = value.toArray();
        if (!isTag(entry) || !isOneOf(entry.at(0).toString(), names)) {
            result.append(value);
        } else if (!isThere) {
            entry.replace(0, newName);
            result.append(entry);
            isThere = true;
        }
    }
    return result;
}

} // namespace

std::optional<QByteArray> patchedCalibreCategories(const QByteArray &json, const QStringList &names,
                                                   const QString &newName)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject())
        return std::nullopt;
    const QJsonObject categories = document.object();
    QJsonObject result;
    for (auto it = categories.begin(); it != categories.end(); ++it)
        result.insert(it.key(), it.value().isArray()
                                    ? QJsonValue(patched(it.value().toArray(), names, newName))
                                    : it.value());
    return result == categories ? json : QJsonDocument(result).toJson(QJsonDocument::Indented);
}

QStringList calibreSearchesNaming(const QByteArray &json, const QStringList &names)
{
    const QJsonObject searches = QJsonDocument::fromJson(json).object();
    QStringList found;
    for (auto it = searches.begin(); it != searches.end(); ++it) {
        const QString text = it.value().toString();
        if (std::any_of(names.begin(), names.end(), [&text](const QString &name) {
                return text.contains(name, Qt::CaseInsensitive);
            }))
            found << it.key();
    }
    return found;
}

} // namespace tagsmith
