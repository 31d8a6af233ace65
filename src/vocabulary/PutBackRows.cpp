// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/PutBackRows.h"

#include "database/ScopedConnection.h"

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

/** "`a` = value, …" for the @p columns of @p image, whose values begin at the index @p from. */
QString assignments(const ScopedConnection &connection, const RowImage &image,
                    const QList<int> &columns, int from)
{
    QStringList list;
    for (const int column : columns) {
        const QString name = connection.dialect().quoted(image.columns().at(column));
        list << (connection.isSqlite() ? name : u"t."_s + name) + u" = "_s +
                    image.value(from + column, u"u"_s);
    }
    return list.join(u", "_s);
}

void update(ScopedConnection &connection, const RowImage &image, const QList<int> &columns,
            int from, const RowSource &rows)
{
    const QString table = connection.dialect().quoted(image.table()) + u" AS t"_s;
    const QString set = u" SET "_s + assignments(connection, image, columns, from);
    const QString same = image.sameKey(u"t"_s, u"u"_s);
    const QString sql = connection.isSqlite()
                            ? u"UPDATE "_s + table + set + u" FROM "_s + rows.from + u" WHERE "_s +
                                  rows.where + u" AND "_s + same
                            : u"UPDATE "_s + rows.from + thenJoin(connection) + table + u" ON "_s +
                                  same + set + u" WHERE "_s + rows.where;
    statementWith(connection, sql, rows).execute();
}

} // namespace

void deleteRows(ScopedConnection &connection, const RowImage &image, const RowSource &rows)
{
    const Dialect &dialect = connection.dialect();
    const QString table = dialect.quoted(image.table());
    QString sql;
    if (connection.isSqlite()) {
        QStringList values;
        for (const QString &name : image.key())
            values << image.value(static_cast<int>(image.columns().indexOf(name)), u"u"_s);
        sql = u"DELETE FROM "_s + table + u" WHERE ("_s + dialect.quotedList(image.key()) +
              u") IN (SELECT "_s + values.join(u", "_s) + u" FROM "_s + rows.from + u" WHERE "_s +
              rows.where + u')';
    } else {
        sql = u"DELETE t FROM "_s + rows.from + thenJoin(connection) + table + u" AS t ON "_s +
              image.sameKey(u"t"_s, u"u"_s) + u" WHERE "_s + rows.where;
    }
    statementWith(connection, sql, rows).execute();
}

qint64 deleteSameRows(ScopedConnection &connection, const RowImage &image, const RowSource &rows)
{
    const Dialect &dialect = connection.dialect();
    const QString table = dialect.quoted(image.table());
    const QString stored = table + u" AS t ON "_s + image.sameKey(u"t"_s, u"u"_s) + u" WHERE "_s +
                           rows.where + u" AND "_s + isSameRow(connection, image);
    QString sql = u"DELETE t FROM "_s + rows.from + thenJoin(connection) + stored;
    if (connection.isSqlite()) {
        QStringList keys;
        for (const QString &name : image.key())
            keys << u"t."_s + dialect.quoted(name);
        sql = u"DELETE FROM "_s + table + u" WHERE ("_s + dialect.quotedList(image.key()) +
              u") IN (SELECT "_s + keys.join(u", "_s) + u" FROM "_s + rows.from +
              thenJoin(connection) + stored + u')';
    }
    Statement statement = statementWith(connection, sql, rows);
    return statement.execute().rowsAffected();
}

void insertRows(ScopedConnection &connection, const RowImage &image, const RowSource &rows)
{
    QStringList values;
    for (int i = 0; i < image.columns().size(); ++i)
        values << image.value(i, u"u"_s);
    const Dialect &dialect = connection.dialect();
    const QString sql = u"INSERT INTO "_s + dialect.quoted(image.table()) + u" ("_s +
                        dialect.quotedList(image.columns()) + u") SELECT "_s +
                        values.join(u", "_s) + u" FROM "_s + rows.from + u" WHERE "_s + rows.where;
    statementWith(connection, sql, rows).execute();
}

void updateRows(ScopedConnection &connection, const RowImage &image, const RowSource &rows)
{
    QList<int> assigned;
    for (int i = 0; i < image.columns().size(); ++i) {
        if (!image.key().contains(image.columns().at(i)))
            assigned << i;
    }
    if (!assigned.isEmpty())
        update(connection, image, assigned, 0, rows);
}

RowImage pairedImage(const ScopedConnection &connection, const TableSchema &table,
                     const RowImage &image)
{
    return RowImage(connection, table, image.columns() + image.columns(), image.key());
}

void replaceRows(ScopedConnection &connection, const RowImage &paired, const RowSource &pairs)
{
    const int count = static_cast<int>(paired.columns().size()) / 2;
    QList<int> assigned;
    for (int i = 0; i < count; ++i)
        assigned << i;
    update(connection, paired, assigned, count, pairs);
}

} // namespace tagsmith
