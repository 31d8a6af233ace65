// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "repository/ProfileStore.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>

#include <algorithm>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

constexpr auto ownerOnly = QFile::ReadOwner | QFile::WriteOwner;
constexpr auto ownerFolder = ownerOnly | QFile::ExeOwner;

/** Makes @p path for its owner alone, as the XDG rules want it. */
void makeFolder(const QString &path)
{
    const QFileInfo folder(path);
    if (folder.exists())
        return;
    QDir().mkpath(folder.path());
    QDir().mkdir(path, ownerFolder);
}

QString settingsPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) +
           "/connections.ini"_L1;
}

bool isSame(const Profile &a, const Profile &b)
{
    return a.toUrl() == b.toUrl();
}

bool hasName(const std::vector<ProfileStore::Entry> &entries, const QString &name)
{
    return std::any_of(entries.begin(), entries.end(),
                       [&name](const ProfileStore::Entry &entry) { return entry.name == name; });
}

/** The profile's own name, with a number where another connection has it. */
QString freeName(const std::vector<ProfileStore::Entry> &entries, const Profile &profile)
{
    const QString wanted = profile.displayName();
    QString name = wanted;
    for (int number = 2; hasName(entries, name); ++number)
        name = u"%1 (%2)"_s.arg(wanted, QString::number(number));
    return name;
}

void write(const std::vector<ProfileStore::Entry> &entries)
{
    const QString path = settingsPath();
    makeFolder(QFileInfo(path).path());
    // The file is there for its owner alone before anything is written; QSettings keeps the mode.
    if (QFile file(path); file.open(QIODevice::ReadWrite, ownerOnly))
        file.setPermissions(ownerOnly);
    QSettings settings(path, QSettings::IniFormat);
    settings.remove(u"recent"_s);
    settings.beginWriteArray(u"recent"_s, static_cast<int>(entries.size()));
    for (size_t i = 0; i < entries.size(); ++i) {
        settings.setArrayIndex(static_cast<int>(i));
        settings.setValue(u"name"_s, entries[i].name);
        settings.setValue(u"url"_s, entries[i].profile.toUrl());
    }
    settings.endArray();
}

} // namespace

std::vector<ProfileStore::Entry> ProfileStore::recent() const
{
    std::vector<Entry> entries;
    QSettings settings(settingsPath(), QSettings::IniFormat);
    const int count = settings.beginReadArray(u"recent"_s);
    for (int i = 0; i < count; ++i) {
        settings.setArrayIndex(i);
        const auto profile = Profile::fromUrl(settings.value(u"url"_s).toString());
        // A line that somebody edited into nonsense is passed over.
        if (profile)
            entries.push_back({settings.value(u"name"_s).toString(), *profile});
    }
    settings.endArray();
    return entries;
}

std::optional<Profile> ProfileStore::find(const QString &name) const
{
    const std::vector<Entry> entries = recent();
    for (const Entry &entry : entries) {
        if (entry.name == name)
            return entry.profile;
    }
    return std::nullopt;
}

void ProfileStore::remember(const Profile &profile)
{
    Profile kept = profile;
    kept.password.clear();
    if (kept.driver == Driver::Sqlite)
        kept.path = QFileInfo(kept.path).absoluteFilePath();

    std::vector<Entry> entries = recent();
    const auto known = std::find_if(entries.begin(), entries.end(), [&kept](const Entry &entry) {
        return isSame(entry.profile, kept);
    });
    Entry entry{known != entries.end() ? known->name : freeName(entries, kept), kept};
    if (known != entries.end())
        entries.erase(known);
    entries.insert(entries.begin(), std::move(entry));
    if (entries.size() > maxRecent)
        entries.resize(maxRecent);
    write(entries);
}

void ProfileStore::forget(const QString &name)
{
    std::vector<Entry> entries = recent();
    std::erase_if(entries, [&name](const Entry &entry) { return entry.name == name; });
    write(entries);
}

Profile embeddedProfile()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    makeFolder(folder);
    Profile profile;
    profile.driver = Driver::Sqlite;
    profile.path = folder + "/tagsmith.sqlite"_L1;
    profile.createFile = true;
    profile.isEmbedded = true;
    return profile;
}

} // namespace tagsmith
