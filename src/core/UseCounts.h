// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QString>
#include <QStringList>

#include <vector>

namespace tagsmith
{

/** How often each tag is used, per reference of role Tagging. */
struct UseCounts
{
    QStringList references; ///< their titles: "taggings.tag_id"
    /** By the tag's key, as text: one number per reference. A tag that is not in it has no uses. */
    QHash<QString, std::vector<qint64>> byKey;

    /** The uses of the tag with @p key in all references. */
    qint64 total(const QString &key) const
    {
        qint64 sum = 0;
        const auto found = byKey.constFind(key);
        if (found != byKey.constEnd()) {
            for (const qint64 uses : *found)
                sum += uses;
        }
        return sum;
    }

    friend bool operator==(const UseCounts &, const UseCounts &) = default;
};

} // namespace tagsmith
