// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace tagsmith
{

/** A table by its name, in which {prefix} may stand for any text, and columns of it. */
struct TablePattern
{
    QString table;
    QStringList columns;
};

/** A column of a table, both as patterns. */
struct ColumnPattern
{
    QString table;
    QString column;
    QStringList always = {}; ///< values that count as there, though no row has them
};

/** A known application: how its tables are recognised, and the vocabularies in them. */
struct Preset
{
    QString name;
    QString application;
    QString driver;                      ///< "sqlite", "mysql"; empty: both
    std::vector<TablePattern> recognise; ///< all of these are there
    std::vector<TablePattern> absent;    ///< none of these is there; without columns: the table
    std::optional<ColumnPattern> each;   ///< one vocabulary for each of its values
    std::optional<ColumnPattern> locales;
    /** Mappings as JSON, in which {prefix}, {value} and {locale} are yet to be replaced. */
    std::vector<QJsonObject> vocabularies;
};

/** The presets that are built in, in the order in which they are tried. */
const std::vector<Preset> &presets();

/** The preset of a file's content. Throws DatabaseError (Usage) that names the faulty member. */
Preset presetFromJson(const QByteArray &json);

} // namespace tagsmith
