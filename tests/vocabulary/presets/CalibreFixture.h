// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vocabulary/PresetFixture.h"

namespace tagsmith::test
{

/** Debtags as the tags of books. */
inline void loadCalibre(const TestDatabase &database)
{
    const Debtags data = debtags();
    createPresetTables(database, QStringLiteral("calibre"));
    QList<QStringList> books;
    for (qsizetype i = 0; i < data.packages.size(); ++i)
        books << QStringList{QString::number(i + 1), data.packages[i]};
    QList<QStringList> tags;
    for (qsizetype i = 0; i < data.tags.size(); ++i)
        tags << QStringList{QString::number(i + 1), data.tags[i]};
    QList<QStringList> links;
    for (const auto &[package, tag] : data.taggings)
        links << QStringList{QString::number(package + 1), QString::number(tag + 1)};
    insertRows(database, QStringLiteral("books"), QStringLiteral("id, title"), books);
    insertRows(database, QStringLiteral("tags"), QStringLiteral("id, name"), tags);
    insertRows(database, QStringLiteral("books_tags_link"), QStringLiteral("book, tag"), links);
}

} // namespace tagsmith::test
