// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vocabulary/PresetFixture.h"

namespace tagsmith::test
{

/** Debtags as system tags that everybody sees and assigns, on files. */
inline void loadNextcloud(const TestDatabase &database,
                          const QString &prefix = QStringLiteral("oc_"))
{
    const Debtags data = debtags();
    createPresetTables(database, QStringLiteral("nextcloud"), prefix);
    QList<QStringList> files;
    for (qsizetype i = 0; i < data.packages.size(); ++i) {
        const QString id = QString::number(i + 1);
        files << QStringList{id, QStringLiteral("1"),
                             QStringLiteral("files/packages/") + data.packages[i],
                             QStringLiteral("hash") + id, data.packages[i]};
    }
    QList<QStringList> tags;
    for (qsizetype i = 0; i < data.tags.size(); ++i)
        tags << QStringList{QString::number(i + 1), data.tags[i]};
    QList<QStringList> mappings;
    for (const auto &[package, tag] : data.taggings) {
        mappings << QStringList{QString::number(package + 1), QStringLiteral("files"),
                                QString::number(tag + 1)};
    }
    insertRows(database, prefix + QStringLiteral("filecache"),
               QStringLiteral("fileid, storage, path, path_hash, name"), files);
    insertRows(database, prefix + QStringLiteral("systemtag"), QStringLiteral("id, name"), tags);
    insertRows(database, prefix + QStringLiteral("systemtag_object_mapping"),
               QStringLiteral("objectid, objecttype, systemtagid"), mappings);
}

} // namespace tagsmith::test
