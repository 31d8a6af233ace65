// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vocabulary/PresetFixture.h"

namespace tagsmith::test
{

/** Debtags as change tags that people have defined, and one that the software defines. */
inline void loadMediaWiki(const TestDatabase &database, const QString &prefix = {})
{
    const Debtags data = debtags();
    createPresetTables(database, QStringLiteral("mediawiki"), prefix);
    const QString one = QStringLiteral("1");
    QList<QStringList> tags;
    for (int i = 0; i < data.tags.size(); ++i)
        tags << QStringList{QString::number(i + 1), data.tags[i], one,
                            QString::number(data.uses(i))};
    tags << QStringList{QString::number(data.tags.size() + 1), QStringLiteral("mw-rollback"),
                        QStringLiteral("0"), QStringLiteral("0")};
    QList<QStringList> changes;
    for (qsizetype i = 0; i < data.packages.size(); ++i)
        changes << QStringList{QString::number(i + 1), QStringLiteral("20240501120000"), one,
                               data.packages[i], one};
    QList<QStringList> taggings;
    for (const auto &[package, tag] : data.taggings) {
        taggings << QStringList{QString::number(package + 1), QString::number(package + 5001),
                                QString::number(tag + 1)};
    }
    insertRows(database, prefix + QStringLiteral("change_tag_def"),
               QStringLiteral("ctd_id, ctd_name, ctd_user_defined, ctd_count"), tags);
    insertRows(database, prefix + QStringLiteral("recentchanges"),
               QStringLiteral("rc_id, rc_timestamp, rc_actor, rc_title, rc_comment_id"), changes);
    insertRows(database, prefix + QStringLiteral("change_tag"),
               QStringLiteral("ct_rc_id, ct_rev_id, ct_tag_id"), taggings);
}

} // namespace tagsmith::test
