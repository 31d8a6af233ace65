// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vocabulary/PresetFixture.h"

namespace tagsmith::test
{

/** How digiKam keeps its tags on the engine of this test run, by the names of the presets. */
inline QStringList digikamPresets()
{
    if (TestDatabase::isMariaDb())
        return {QStringLiteral("digikam-mysql"), QStringLiteral("digikam-mysql-nested")};
    return {QStringLiteral("digikam-sqlite")};
}

/** Numbers lft and rgt anew from pid, in the order of the ids, as digiKam would have left them. */
inline void numberNestedSet(const TestDatabase &database, int parent = 0, int *next = nullptr)
{
    int number = 1;
    if (next == nullptr)
        next = &number;
    const int left = (*next)++;
    const QStringList children = database.column(
        QStringLiteral("SELECT id FROM Tags WHERE pid = %1 AND id <> 0 ORDER BY id").arg(parent));
    for (const QString &child : children)
        numberNestedSet(database, child.toInt(), next);
    database.execute(QStringLiteral("UPDATE Tags SET lft = %1, rgt = %2 WHERE id = %3")
                         .arg(left)
                         .arg((*next)++)
                         .arg(parent));
}

/** Adds tags, each "id,pid,name", parents first. */
inline void addDigikamTags(const TestDatabase &database, const QString &preset,
                           const QStringList &tags)
{
    const bool isNested = preset == QStringLiteral("digikam-mysql-nested");
    QList<QStringList> rows;
    for (const QString &tag : tags) {
        QStringList row{tag.section(u',', 0, 0), tag.section(u',', 1, 1), tag.section(u',', 2)};
        if (isNested)
            row << QStringLiteral("0") << QStringLiteral("0");
        rows << row;
    }
    insertRows(database, QStringLiteral("Tags"),
               isNested ? QStringLiteral("id, pid, name, lft, rgt")
                        : QStringLiteral("id, pid, name"),
               rows);
    if (isNested)
        numberNestedSet(database);
}

/** Images with the ids 1 to @p count. */
inline void addDigikamImages(const TestDatabase &database, int count)
{
    QList<QStringList> rows;
    for (int i = 1; i <= count; ++i) {
        rows << QStringList{QString::number(i), QStringLiteral("1"),
                            QStringLiteral("image%1.jpg").arg(i), QStringLiteral("1"),
                            QStringLiteral("1")};
    }
    insertRows(database, QStringLiteral("Images"),
               QStringLiteral("id, album, name, status, category"), rows);
}

/** Debtags as tags of images, each facet the parent of its tags. */
inline void loadDigikam(const TestDatabase &database, const QString &preset)
{
    const Debtags data = debtags();
    createPresetTables(database, preset);
    addDigikamImages(database, static_cast<int>(data.packages.size()));
    QStringList facets;
    QStringList tags;
    for (const QString &tag : data.tags) {
        const QString facet = tag.section(QStringLiteral("::"), 0, 0);
        if (!facets.contains(facet))
            facets << facet;
    }
    for (qsizetype i = 0; i < facets.size(); ++i)
        tags << QStringLiteral("%1,0,%2").arg(i + 1001).arg(facets[i]);
    for (qsizetype i = 0; i < data.tags.size(); ++i) {
        tags << QStringLiteral("%1,%2,%3")
                    .arg(i + 1)
                    .arg(facets.indexOf(data.tags[i].section(QStringLiteral("::"), 0, 0)) + 1001)
                    .arg(data.tags[i].section(QStringLiteral("::"), 1));
    }
    addDigikamTags(database, preset, tags);
    QList<QStringList> taggings;
    for (const auto &[package, tag] : data.taggings)
        taggings << QStringList{QString::number(package + 1), QString::number(tag + 1)};
    insertRows(database, QStringLiteral("ImageTags"), QStringLiteral("imageid, tagid"), taggings);
}

} // namespace tagsmith::test
