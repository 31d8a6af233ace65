// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "repository/ImportMemory.h"

#include "repository/DatabaseId.h"
#include "repository/ImportHabitJson.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QStandardPaths>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

constexpr auto ownerOnly = QFile::ReadOwner | QFile::WriteOwner;
constexpr auto ownerFolder = ownerOnly | QFile::ExeOwner;

QString memoryPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) + "/imports.json"_L1;
}

QJsonObject keyOf(const TagSource &source, const QStringList &columns)
{
    QJsonArray header;
    for (const QString &column : columns)
        header.append(column.trimmed().toCaseFolded());
    return {{u"database"_s, databaseId(source.profile)},
            {u"vocabulary"_s, source.vocabulary.name},
            {u"columns"_s, header}};
}

Error fileError(const QString &sentence, const QString &path, const QString &reason)
{
    return Error{ErrorKind::File, sentence.arg(path, reason)};
}

/** The newest first; an error where the file is there but cannot be read. */
Result<QJsonArray> readEntries()
{
    QFile file(memoryPath());
    if (!file.exists())
        return QJsonArray();
    if (!file.open(QIODevice::ReadOnly)) {
        return fileError(u"The file %1 with the remembered imports cannot be read (%2); check your "
                         "right to read it."_s,
                         file.fileName(), file.errorString());
    }
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll(), &error);
    if (error.error != QJsonParseError::NoError || !document.isArray()) {
        return fileError(
            u"The file %1 with the remembered imports is damaged (%2); move it away."_s,
            file.fileName(), error.errorString());
    }
    return document.array();
}

void makeFolder(const QString &path)
{
    if (QFileInfo::exists(path))
        return;
    QDir().mkpath(QFileInfo(path).path());
    QDir().mkdir(path, ownerFolder);
}

std::optional<Error> writeEntries(const QJsonArray &entries)
{
    makeFolder(QFileInfo(memoryPath()).path());
    QSaveFile file(memoryPath());
    const QByteArray json = QJsonDocument(entries).toJson(QJsonDocument::Compact);
    if (file.open(QIODevice::WriteOnly) && file.setPermissions(ownerOnly) &&
        file.write(json) == json.size() && file.commit())
        return std::nullopt;
    return fileError(u"What is to be remembered of the import cannot be written to %1 (%2); check "
                     "the disk and your right to write there."_s,
                     file.fileName(), file.errorString());
}

/** The entries of @p all but the one with @p key. */
QJsonArray without(const QJsonArray &all, const QJsonObject &key)
{
    QJsonArray rest;
    for (const auto &entry : all) {
        if (entry[u"file"_s].toObject() != key)
            rest.append(entry);
    }
    return rest;
}

bool fits(const ImportHabit &habit, const Vocabulary &vocabulary)
{
    for (const ColumnMapping &entry : habit.mapping) {
        const int column = vocabulary.indexOf(entry.column);
        if (column < 0 || vocabulary.columns[static_cast<size_t>(column)].generated)
            return false;
    }
    return true;
}

} // namespace

std::optional<ImportHabit> ImportMemory::find(const TagSource &source,
                                              const QStringList &columns) const
{
    const auto entries = readEntries();
    if (!entries)
        return std::nullopt;
    const QJsonObject key = keyOf(source, columns);
    for (const auto &entry : *entries) {
        if (entry[u"file"_s].toObject() != key)
            continue;
        const auto habit = importHabitFromJson(entry[u"import"_s].toObject(), columns);
        return habit && fits(*habit, source.vocabulary) ? habit : std::nullopt;
    }
    return std::nullopt;
}

std::optional<Error> ImportMemory::store(const TagSource &source, const QStringList &columns,
                                         const ImportHabit &habit)
{
    const auto entries = readEntries();
    if (!entries)
        return entries.error();
    const QJsonObject key = keyOf(source, columns);
    QJsonArray kept = without(*entries, key);
    kept.prepend(QJsonObject{{u"file"_s, key}, {u"import"_s, importHabitToJson(habit, columns)}});
    while (kept.size() > mostHabits)
        kept.removeLast();
    return writeEntries(kept);
}

std::optional<Error> ImportMemory::forget(const TagSource &source, const QStringList &columns)
{
    const auto entries = readEntries();
    if (!entries)
        return entries.error();
    const QJsonArray kept = without(*entries, keyOf(source, columns));
    return kept.size() == entries->size() ? std::nullopt : writeEntries(kept);
}

} // namespace tagsmith
