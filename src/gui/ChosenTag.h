// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace tagsmith
{

/** A tag that the user has picked: what requests call it, and what the user does. */
struct ChosenTag
{
    QString key;
    QString name;
    std::optional<qint64> uses = std::nullopt; ///< nothing while they are not counted

    friend bool operator==(const ChosenTag &, const ChosenTag &) = default;
};

/** In the order in which the table shows them. */
using ChosenTags = std::vector<ChosenTag>;

/** What requests call @p tags. */
inline QStringList keysOf(const ChosenTags &tags)
{
    QStringList keys;
    keys.reserve(static_cast<qsizetype>(tags.size()));
    for (const ChosenTag &tag : tags)
        keys << tag.key;
    return keys;
}

} // namespace tagsmith
