// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Profile.h"

#include <QString>

namespace tagsmith
{

/** Runs @p sql beside Tagsmith's own connections. */
void executeNatively(const Profile &profile, const QString &sql);

/** The tables `tags` and `links` anew: 100,000 tags with a note each. */
void makeTagsToEdit(const Profile &profile);
/** No tags. */
void makeEmptyTags(const Profile &profile);
/** A million taggings of two tags, a twentieth of the objects with both. */
void makeTaggings(const Profile &profile);

} // namespace tagsmith
