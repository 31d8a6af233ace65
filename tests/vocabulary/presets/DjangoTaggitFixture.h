// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vocabulary/PresetFixture.h"

namespace tagsmith::test
{

/** Debtags as django-taggit stores them: the tag with the index i has the id i + 1. */
inline void loadDjangoTaggit(const TestDatabase &database)
{
    const Debtags data = debtags();
    createPresetTables(database, QStringLiteral("django-taggit"));
    QList<QStringList> tags;
    for (qsizetype i = 0; i < data.tags.size(); ++i) {
        const QString slug = QString(data.tags[i]).remove(u':');
        tags << QStringList{QString::number(i + 1), data.tags[i], slug};
    }
    QList<QStringList> taggings;
    for (const auto &[package, tag] : data.taggings) {
        taggings << QStringList{QString::number(package + 1), QStringLiteral("1"),
                                QString::number(tag + 1)};
    }
    insertRows(database, QStringLiteral("django_content_type"),
               QStringLiteral("id, app_label, model"),
               {{QStringLiteral("1"), QStringLiteral("archive"), QStringLiteral("package")}});
    insertRows(database, QStringLiteral("taggit_tag"), QStringLiteral("id, name, slug"), tags);
    insertRows(database, QStringLiteral("taggit_taggeditem"),
               QStringLiteral("object_id, content_type_id, tag_id"), taggings);
}

} // namespace tagsmith::test
