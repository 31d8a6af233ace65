// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Profile.h"
#include "core/VocabularyMapping.h"

#include <QString>

#include <optional>
#include <vector>

namespace tagsmith
{

/**
 * The mappings that the user has saved, by database, in the user's configuration folder. Whoever
 * opens the same database by another user name finds the same mappings. Not thread-safe; used on
 * the GUI thread (a small file).
 */
class MappingStore
{
public:
    MappingStore() = default;

    /** Those for the database of @p profile, by name; one that cannot be read is passed over. */
    std::vector<VocabularyMapping> mappings(const Profile &profile) const;
    /** Saves @p mapping in the place of one of the same name. An error of kind File says why not.
     */
    std::optional<Error> save(const Profile &profile, const VocabularyMapping &mapping);
    /** Forgets the one called @p name; the same. */
    std::optional<Error> remove(const Profile &profile, const QString &name);
};

} // namespace tagsmith
