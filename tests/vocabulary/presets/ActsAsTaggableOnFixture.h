// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vocabulary/PresetFixture.h"

namespace tagsmith::test
{

/** Debtags as acts-as-taggable-on stores them, with its counter and its cached list. */
inline void loadActsAsTaggableOn(const TestDatabase &database, const QString &prefix = {})
{
    const Debtags data = debtags();
    createPresetTables(database, QStringLiteral("acts-as-taggable-on"), prefix);
    const QString now = QStringLiteral("2024-05-01 12:00:00");
    QList<QStringList> tags;
    for (int i = 0; i < data.tags.size(); ++i)
        tags << QStringList{QString::number(i + 1), data.tags[i], now, now,
                            QString::number(data.uses(i))};
    QList<QStringList> taggings;
    std::vector<QStringList> lists(static_cast<size_t>(data.packages.size()));
    for (const auto &[package, tag] : data.taggings) {
        taggings << QStringList{QString::number(tag + 1), QStringLiteral("Blog::Article"),
                                QString::number(package + 1), QStringLiteral("tags"), now};
        lists[static_cast<size_t>(package)] << data.tags[tag];
    }
    QList<QStringList> articles;
    for (qsizetype i = 0; i < data.packages.size(); ++i)
        articles << QStringList{QString::number(i + 1), data.packages[i],
                                lists[static_cast<size_t>(i)].join(QStringLiteral(", "))};
    insertRows(database, prefix + QStringLiteral("tags"),
               QStringLiteral("id, name, created_at, updated_at, taggings_count"), tags);
    insertRows(database, prefix + QStringLiteral("taggings"),
               QStringLiteral("tag_id, taggable_type, taggable_id, context, created_at"), taggings);
    insertRows(database, prefix + QStringLiteral("blog_articles"),
               QStringLiteral("id, title, cached_tag_list"), articles);
}

} // namespace tagsmith::test
