// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "repository/MappingStore.h"

#include "core/VocabularyMappingJson.h"
#include "repository/DatabaseId.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QStandardPaths>

#include <algorithm>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

QString storePath()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) +
           "/vocabularies.json"_L1;
}

/** Every entry as it stands in the file; an error where the file is there but cannot be read. */
Result<QJsonArray> readEntries()
{
    QFile file(storePath());
    if (!file.exists())
        return QJsonArray();
    if (!file.open(QIODevice::ReadOnly)) {
        return Error{ErrorKind::File,
                     u"The file %1 with the saved vocabularies cannot be read (%2); check your "
                     "right to read it."_s.arg(file.fileName(), file.errorString())};
    }
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll(), &error);
    if (error.error != QJsonParseError::NoError || !document.isArray()) {
        return Error{ErrorKind::File,
                     u"The file %1 with the saved vocabularies is damaged (%2); "
                     "correct it or move it away."_s.arg(file.fileName(), error.errorString())};
    }
    return document.array();
}

std::optional<Error> writeEntries(const QJsonArray &entries)
{
    QDir().mkpath(QFileInfo(storePath()).path());
    QSaveFile file(storePath());
    const QByteArray json = QJsonDocument(entries).toJson();
    if (file.open(QIODevice::WriteOnly) && file.write(json) == json.size() && file.commit())
        return std::nullopt;
    return Error{ErrorKind::File,
                 u"The vocabulary could not be saved in %1 (%2); check the disk "
                 "and your right to write there."_s.arg(file.fileName(), file.errorString())};
}

bool isCalled(const QJsonValue &entry, const QString &database, const QString &name)
{
    const QString stored = entry[u"mapping"_s][u"name"_s].toString();
    return entry[u"database"_s].toString() == database &&
           stored.compare(name, Qt::CaseInsensitive) == 0;
}

/** The entries of @p all but the one called @p name. */
QJsonArray without(const QJsonArray &all, const QString &database, const QString &name)
{
    QJsonArray rest;
    for (const auto &entry : all) {
        if (!isCalled(entry, database, name))
            rest.append(entry);
    }
    return rest;
}

} // namespace

std::vector<VocabularyMapping> MappingStore::mappings(const Profile &profile) const
{
    std::vector<VocabularyMapping> found;
    const auto entries = readEntries();
    if (!entries)
        return found;
    const QString database = databaseId(profile);
    for (const auto &entry : *entries) {
        if (entry[u"database"_s].toString() != database)
            continue;
        const auto mapping = vocabularyMappingFromJson(entry[u"mapping"_s].toObject());
        if (mapping)
            found.push_back(*mapping);
    }
    std::sort(found.begin(), found.end(), [](const auto &a, const auto &b) {
        return a.name.compare(b.name, Qt::CaseInsensitive) < 0;
    });
    return found;
}

std::optional<Error> MappingStore::save(const Profile &profile, const VocabularyMapping &mapping)
{
    const auto entries = readEntries();
    if (!entries)
        return entries.error();
    const QString database = databaseId(profile);
    QJsonArray kept = without(*entries, database, mapping.name);
    kept.append(QJsonObject{{u"database"_s, database}, {u"mapping"_s, toJson(mapping)}});
    return writeEntries(kept);
}

std::optional<Error> MappingStore::remove(const Profile &profile, const QString &name)
{
    const auto entries = readEntries();
    if (!entries)
        return entries.error();
    return writeEntries(without(*entries, databaseId(profile), name));
}

} // namespace tagsmith
