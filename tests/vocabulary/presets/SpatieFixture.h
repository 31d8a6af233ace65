// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vocabulary/PresetFixture.h"

namespace tagsmith::test
{

/** Debtags as laravel-tags stores them: names in English, those of "role" of a type of their own.
 */
inline void loadSpatie(const TestDatabase &database, const QString &prefix = {})
{
    const Debtags data = debtags();
    createPresetTables(database, QStringLiteral("spatie-laravel-tags"), prefix);
    QList<QStringList> tags;
    for (qsizetype i = 0; i < data.tags.size(); ++i) {
        const QString &name = data.tags[i];
        const bool isRole = name.startsWith(QStringLiteral("role::"));
        tags << QStringList{QString::number(i + 1), QStringLiteral("{\"en\":\"%1\"}").arg(name),
                            QStringLiteral("{\"en\":\"%1\"}").arg(QString(name).remove(u':')),
                            isRole ? QStringLiteral("role") : QString(), QString::number(i + 1)};
    }
    QList<QStringList> taggings;
    for (const auto &[package, tag] : data.taggings) {
        taggings << QStringList{QString::number(tag + 1), QStringLiteral("App\\Models\\Package"),
                                QString::number(package + 1)};
    }
    insertRows(database, prefix + QStringLiteral("tags"),
               QStringLiteral("id, name, slug, type, order_column"), tags);
    insertRows(database, prefix + QStringLiteral("taggables"),
               QStringLiteral("tag_id, taggable_type, taggable_id"), taggings);
}

} // namespace tagsmith::test
