// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "support/TestDatabase.h"

#include <QFile>
#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <utility>
#include <vector>

/**
 * Makes the tables of a known application in test_db and fills them with debtags taggings. Each
 * application has a header of its own in presets/, whose load…() calls createPresetTables() and
 * inserts rows as the application would.
 */
namespace tagsmith::test
{

/** The taggings of tests/data/presets/debtags-taggings.csv: packages, tags, and which has which. */
struct Debtags
{
    QStringList packages;
    QStringList tags;
    std::vector<std::pair<int, int>> taggings; ///< indices into packages and tags

    /** How many packages have the tag with the index @p tag. */
    int uses(int tag) const
    {
        int count = 0;
        for (const auto &tagging : taggings)
            count += tagging.second == tag ? 1 : 0;
        return count;
    }
};

inline QByteArray readPresetFile(const QString &name)
{
    QFile file(QStringLiteral(TAGSMITH_TEST_DATA "/presets/") + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s cannot be read.", qPrintable(file.fileName()));
    return file.readAll();
}

inline Debtags debtags()
{
    Debtags data;
    QHash<QString, int> packages;
    QHash<QString, int> tags;
    const auto indexIn = [](QHash<QString, int> &known, QStringList &names, const QString &name) {
        const auto found = known.constFind(name);
        if (found != known.constEnd())
            return *found;
        const int index = static_cast<int>(names.size());
        known.insert(name, index);
        names << name;
        return index;
    };
    const QStringList lines =
        QString::fromUtf8(readPresetFile(QStringLiteral("debtags-taggings.csv")))
            .split(u'\n', Qt::SkipEmptyParts);
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const int package = indexIn(packages, data.packages, lines[i].section(u',', 0, 0));
        const int tag = indexIn(tags, data.tags, lines[i].section(u',', 1));
        data.taggings.emplace_back(package, tag);
    }
    return data;
}

/** `wordpress.mariadb.sql`: whether the application runs on the engine of this test run. */
inline QString presetFile(const QString &preset)
{
    return preset + (TestDatabase::isMariaDb() ? QStringLiteral(".mariadb.sql")
                                               : QStringLiteral(".sqlite.sql"));
}

/**
 * Runs the statements of `<preset>.<engine>.sql`, each of which ends with ";" at the end of a line;
 * `{prefix}` in them becomes @p prefix. Lines that begin with "--" are comments.
 */
inline void createPresetTables(const TestDatabase &database, const QString &preset,
                               const QString &prefix = {})
{
    QStringList lines;
    const QStringList all = QString::fromUtf8(readPresetFile(presetFile(preset))).split(u'\n');
    for (const QString &line : all) {
        if (!line.startsWith(QStringLiteral("--")))
            lines << line;
    }
    const QString sql = lines.join(u'\n').replace(QStringLiteral("{prefix}"), prefix);
    const QStringList statements = sql.split(QStringLiteral(";\n"));
    for (const QString &statement : statements) {
        if (!statement.trimmed().isEmpty())
            database.execute(statement.trimmed());
    }
}

/** @p value as an SQL literal; NULL for a null QString. */
inline QString sqlLiteral(const QString &value)
{
    if (value.isNull())
        return QStringLiteral("NULL");
    QString text = value;
    text.replace(u'\'', QStringLiteral("''"));
    if (TestDatabase::isMariaDb())
        text.replace(u'\\', QStringLiteral("\\\\"));
    return u'\'' + text + u'\'';
}

/** Inserts @p rows of @p columns ("id, name") into @p table; a null QString is NULL. */
inline void insertRows(const TestDatabase &database, const QString &table, const QString &columns,
                       const QList<QStringList> &rows)
{
    if (rows.isEmpty())
        return;
    QStringList tuples;
    for (const QStringList &row : rows) {
        QStringList cells;
        for (const QString &cell : row)
            cells << sqlLiteral(cell);
        tuples << u'(' + cells.join(QStringLiteral(", ")) + u')';
    }
    database.execute(QStringLiteral("INSERT INTO %1 (%2) VALUES ").arg(table, columns) +
                     tuples.join(QStringLiteral(", ")));
}

/** Every table of test_db but Tagsmith's own. */
inline QStringList tablesOf(const TestDatabase &database)
{
    return database.column(
        TestDatabase::isMariaDb()
            ? QStringLiteral("SELECT table_name FROM information_schema.tables WHERE table_schema "
                             "= DATABASE() AND table_type = 'BASE TABLE' AND table_name NOT LIKE "
                             "'tagsmith|_%' ESCAPE '|' ORDER BY 1")
            : QStringLiteral("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT "
                             "LIKE 'sqlite|_%' ESCAPE '|' AND name NOT LIKE 'tagsmith|_%' ESCAPE "
                             "'|' ORDER BY 1"));
}

/** For each table, expressions whose texts tell all values of its columns apart, in their order. */
inline QHash<QString, QStringList> exactColumns(const TestDatabase &database)
{
    const QList<QStringList> rows = database.rows(
        TestDatabase::isMariaDb()
            ? QStringLiteral(
                  "SELECT table_name, CASE WHEN data_type LIKE '%blob' OR data_type LIKE '%binary' "
                  "OR data_type = 'bit' THEN CONCAT('HEX(`', column_name, '`)') WHEN data_type = "
                  "'float' THEN CONCAT('CAST(`', column_name, '` AS DOUBLE)') ELSE CONCAT('`', "
                  "column_name, '`') END FROM information_schema.columns WHERE table_schema = "
                  "DATABASE() ORDER BY table_name, ordinal_position")
            : QStringLiteral("SELECT m.name, 'quote(\"' || c.name || '\")' FROM sqlite_master AS m "
                             "JOIN pragma_table_info(m.name) AS c WHERE m.type = 'table' ORDER BY "
                             "m.name, c.cid"));
    QHash<QString, QStringList> columns;
    for (const QStringList &row : rows)
        columns[row[0]] << row[1];
    return columns;
}

/**
 * Every row of every table but @p without, as texts in binary order, to be compared before and
 * after: where any byte differs, a text does.
 */
inline QStringList contentsOf(const TestDatabase &database, const QStringList &without = {})
{
    QStringList contents;
    const QStringList tables = tablesOf(database);
    const QHash<QString, QStringList> columns = exactColumns(database);
    for (const QString &table : tables) {
        if (without.contains(table))
            continue;
        const QString quote =
            TestDatabase::isMariaDb() ? QStringLiteral("`") : QStringLiteral("\"");
        QStringList texts;
        const QList<QStringList> rows =
            database.rows(QStringLiteral("SELECT %1 FROM %2%3%2")
                              .arg(columns.value(table).join(u','), quote, table));
        for (const QStringList &row : rows) {
            QStringList cells{table};
            for (const QString &cell : row)
                cells << (cell.isNull() ? QStringLiteral("NULL") : cell);
            texts << cells.join(u'|');
        }
        texts.sort();
        contents << texts;
    }
    return contents;
}

} // namespace tagsmith::test
