// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vocabulary/PresetFixture.h"

namespace tagsmith::test
{

/** Debtags as Flarum's secondary tags; every seventh discussion is hidden and does not count. */
inline void loadFlarum(const TestDatabase &database, const QString &prefix = {})
{
    const Debtags data = debtags();
    createPresetTables(database, QStringLiteral("flarum"), prefix);
    const QString one = QStringLiteral("1");
    insertRows(database, prefix + QStringLiteral("users"), QStringLiteral("id, username, email"),
               {{one, QStringLiteral("ada"), QStringLiteral("ada@example.org")}});
    const auto isHidden = [](qsizetype package) { return package % 7 == 3; };
    const auto posted = [](qsizetype package) {
        return QStringLiteral("2024-05-%1 12:00:00").arg(package % 28 + 1, 2, 10, QChar(u'0'));
    };
    QList<QStringList> discussions;
    for (qsizetype i = 0; i < data.packages.size(); ++i) {
        discussions << QStringList{QString::number(i + 1),
                                   data.packages[i],
                                   posted(i),
                                   one,
                                   posted(i),
                                   one,
                                   isHidden(i) ? posted(i) : QString(),
                                   data.packages[i]};
    }
    std::vector<int> counts(static_cast<size_t>(data.tags.size()));
    std::vector<qsizetype> latest(counts.size(), -1);
    QList<QStringList> taggings;
    for (const auto &[package, tag] : data.taggings) {
        taggings << QStringList{QString::number(package + 1), QString::number(tag + 1)};
        if (isHidden(package))
            continue;
        ++counts[static_cast<size_t>(tag)];
        qsizetype &last = latest[static_cast<size_t>(tag)];
        if (last < 0 || posted(package) > posted(last))
            last = package;
    }
    QList<QStringList> tags;
    for (qsizetype i = 0; i < data.tags.size(); ++i) {
        const qsizetype last = latest[static_cast<size_t>(i)];
        const QString slug =
            QString(data.tags[i]).replace(QStringLiteral("::"), QStringLiteral("-"));
        tags << QStringList{QString::number(i + 1),
                            data.tags[i],
                            slug,
                            QString::number(counts[static_cast<size_t>(i)]),
                            last < 0 ? QString() : posted(last),
                            last < 0 ? QString() : QString::number(last + 1),
                            last < 0 ? QString() : one};
    }
    insertRows(database, prefix + QStringLiteral("discussions"),
               QStringLiteral("id, title, created_at, user_id, last_posted_at, "
                              "last_posted_user_id, hidden_at, slug"),
               discussions);
    insertRows(database, prefix + QStringLiteral("tags"),
               QStringLiteral("id, name, slug, discussion_count, last_posted_at, "
                              "last_posted_discussion_id, last_posted_user_id"),
               tags);
    insertRows(database, prefix + QStringLiteral("discussion_tag"),
               QStringLiteral("discussion_id, tag_id"), taggings);
}

} // namespace tagsmith::test
