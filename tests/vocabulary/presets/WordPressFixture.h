// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vocabulary/PresetFixture.h"

namespace tagsmith::test
{

/** The rows of terms and term_taxonomy that make one term; its term_taxonomy_id is @p id + 1000. */
inline void addTerm(const TestDatabase &database, const QString &prefix, int id,
                    const QString &name, const QString &taxonomy, int parent = 0, int count = 0)
{
    insertRows(database, prefix + QStringLiteral("terms"), QStringLiteral("term_id, name, slug"),
               {{QString::number(id), name, name.toLower().replace(u' ', u'-')}});
    insertRows(database, prefix + QStringLiteral("term_taxonomy"),
               QStringLiteral("term_taxonomy_id, term_id, taxonomy, description, parent, count"),
               {{QString::number(id + 1000), QString::number(id), taxonomy, QStringLiteral(""),
                 QString::number(parent), QString::number(count)}});
}

/** The options that name the default terms of a new WordPress, and these terms. */
inline void addWordPressDefaults(const TestDatabase &database, const QString &prefix)
{
    addTerm(database, prefix, 1, QStringLiteral("Uncategorized"), QStringLiteral("category"));
    addTerm(database, prefix, 2, QStringLiteral("Blogroll"), QStringLiteral("link_category"));
    const QString one = QStringLiteral("1");
    insertRows(database, prefix + QStringLiteral("options"),
               QStringLiteral("option_name, option_value"),
               {{QStringLiteral("default_category"), one},
                {QStringLiteral("default_email_category"), one},
                {QStringLiteral("default_link_category"), QStringLiteral("2")}});
}

/** Debtags as the tags of posts, from term_id 10 on; every seventh post is a draft. */
inline void loadWordPress(const TestDatabase &database,
                          const QString &prefix = QStringLiteral("wp_"))
{
    const Debtags data = debtags();
    createPresetTables(database, QStringLiteral("wordpress"), prefix);
    addWordPressDefaults(database, prefix);
    QList<QStringList> posts;
    for (qsizetype i = 0; i < data.packages.size(); ++i) {
        posts << QStringList{QString::number(i + 1), QStringLiteral(""), data.packages[i],
                             i % 7 == 3 ? QStringLiteral("draft") : QStringLiteral("publish")};
    }
    std::vector<int> counts(static_cast<size_t>(data.tags.size()));
    QList<QStringList> relationships;
    for (const auto &[package, tag] : data.taggings) {
        relationships << QStringList{QString::number(package + 1), QString::number(tag + 1010)};
        counts[static_cast<size_t>(tag)] += package % 7 == 3 ? 0 : 1;
    }
    QList<QStringList> terms;
    QList<QStringList> taxonomies;
    for (qsizetype i = 0; i < data.tags.size(); ++i) {
        const QString id = QString::number(i + 10);
        const QString slug =
            QString(data.tags[i]).replace(QStringLiteral("::"), QStringLiteral("-"));
        terms << QStringList{id, data.tags[i], slug};
        taxonomies << QStringList{QString::number(i + 1010), id, QStringLiteral("post_tag"),
                                  QStringLiteral(""),
                                  QString::number(counts[static_cast<size_t>(i)])};
    }
    insertRows(database, prefix + QStringLiteral("posts"),
               QStringLiteral("ID, post_content, post_title, post_status"), posts);
    insertRows(database, prefix + QStringLiteral("terms"), QStringLiteral("term_id, name, slug"),
               terms);
    insertRows(database, prefix + QStringLiteral("term_taxonomy"),
               QStringLiteral("term_taxonomy_id, term_id, taxonomy, description, count"),
               taxonomies);
    insertRows(database, prefix + QStringLiteral("term_relationships"),
               QStringLiteral("object_id, term_taxonomy_id"), relationships);
}

} // namespace tagsmith::test
