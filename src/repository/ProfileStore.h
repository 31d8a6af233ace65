// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Profile.h"

#include <QString>

#include <optional>
#include <vector>

namespace tagsmith
{

/**
 * The recent connections, newest first, in the user's configuration folder; never a password.
 * Not thread-safe; used on the GUI thread (a small file).
 */
class ProfileStore
{
public:
    struct Entry
    {
        QString name; ///< what `--profile` takes, for example "tags on db.example.org"
        Profile profile;
    };

    /** Uses the settings file of the application (QSettings' default). */
    ProfileStore() = default;

    std::vector<Entry> recent() const;
    std::optional<Profile> find(const QString &name) const;
    /** Puts @p profile first, without its password; the oldest beyond ten go. */
    void remember(const Profile &profile);
    void forget(const QString &name);

    static constexpr size_t maxRecent = 10;
};

/** The embedded vocabulary: an SQLite file in the user's data folder, made when first opened. */
Profile embeddedProfile();

} // namespace tagsmith
