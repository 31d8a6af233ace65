// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "support/TestDatabase.h"

namespace tagsmith
{

/** The tables of WordPress that its categories need, empty; @p prefix begins their names. */
inline void createWordPressTables(const TestDatabase &db, const QString &prefix)
{
    const auto create = [&](const QString &table, const QString &columns) {
        db.execute(QStringLiteral("CREATE TABLE %1%2 (%3)").arg(prefix, table, columns));
    };
    create(QStringLiteral("terms"),
           QStringLiteral("term_id INTEGER PRIMARY KEY, name VARCHAR(200) NOT NULL, "
                          "slug VARCHAR(200) NOT NULL, term_group INTEGER NOT NULL"));
    create(QStringLiteral("term_taxonomy"),
           QStringLiteral("term_taxonomy_id INTEGER PRIMARY KEY, term_id INTEGER NOT NULL, "
                          "taxonomy VARCHAR(32) NOT NULL, description TEXT NOT NULL, "
                          "parent INTEGER NOT NULL, count INTEGER NOT NULL, "
                          "UNIQUE (term_id, taxonomy)"));
    create(QStringLiteral("term_relationships"),
           QStringLiteral("object_id INTEGER NOT NULL, term_taxonomy_id INTEGER NOT NULL, "
                          "term_order INTEGER NOT NULL, "
                          "PRIMARY KEY (object_id, term_taxonomy_id)"));
    create(QStringLiteral("posts"),
           QStringLiteral("ID INTEGER PRIMARY KEY, post_title VARCHAR(200), "
                          "post_status VARCHAR(20) NOT NULL, post_type VARCHAR(20) NOT NULL"));
    create(QStringLiteral("options"),
           QStringLiteral("option_id INTEGER PRIMARY KEY, "
                          "option_name VARCHAR(190) NOT NULL UNIQUE, option_value TEXT NOT NULL"));
}

} // namespace tagsmith
