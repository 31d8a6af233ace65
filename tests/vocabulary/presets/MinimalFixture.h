// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vocabulary/PresetFixture.h"

namespace tagsmith::test
{

/** Debtags in `tags(tag_id)`, their packages in `package_tags`, which declares its reference. */
inline void loadMinimal(const TestDatabase &database)
{
    const Debtags data = debtags();
    createPresetTables(database, QStringLiteral("minimal"));
    QList<QStringList> tags;
    for (const QString &tag : data.tags)
        tags << QStringList{tag};
    QList<QStringList> taggings;
    for (const auto &[package, tag] : data.taggings)
        taggings << QStringList{data.packages[package], data.tags[tag]};
    insertRows(database, QStringLiteral("tags"), QStringLiteral("tag_id"), tags);
    insertRows(database, QStringLiteral("package_tags"), QStringLiteral("package, tag_id"),
               taggings);
}

} // namespace tagsmith::test
