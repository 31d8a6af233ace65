// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/Dialect.h"

#include "core/Error.h"
#include "database/MysqlDialect.h"
#include "database/SqliteDialect.h"

#include <QRegularExpression>

namespace tagsmith
{

using namespace Qt::StringLiterals;

QString Dialect::quoted(const QString &name) const
{
    if (name.contains(QChar::Null))
        throw DatabaseError(ErrorKind::Usage, u"A table or column name has a NUL character."_s);
    QString doubled = name;
    doubled.replace(identifierQuote(), QString(2, identifierQuote()));
    return identifierQuote() + doubled + identifierQuote();
}

QString Dialect::quotedList(const QStringList &names) const
{
    QStringList list;
    list.reserve(names.size());
    for (const QString &name : names)
        list << quoted(name);
    return list.join(u", "_s);
}

QString Dialect::insert(const QString &table, const QStringList &columns, int rows) const
{
    const QString marks = u'(' + QStringList(columns.size(), u"?"_s).join(u',') + u')';
    return u"INSERT INTO "_s + quoted(table) + u" ("_s + quotedList(columns) + u") VALUES "_s +
           QStringList(rows, marks).join(u',');
}

QString Dialect::expression(const Column &column, const QString &alias) const
{
    const QString value = (alias.isEmpty() ? QString() : alias + u'.') + quoted(column.name);
    return column.jsonKey.isEmpty() ? value : jsonMember(value, column.jsonKey);
}

QString Dialect::assigned(const Column &column) const
{
    const QString name = quoted(column.name);
    if (column.jsonKey.isEmpty())
        return name + u" = ?"_s;
    return name + u" = JSON_SET(COALESCE("_s + name + u", '{}'), "_s + jsonPath(column.jsonKey) +
           u", ?)"_s;
}

QString Dialect::inserted(const Column &column) const
{
    if (column.jsonKey.isEmpty())
        return u"?"_s;
    return u"JSON_SET('{}', "_s + jsonPath(column.jsonKey) + u", ?)"_s;
}

QString Dialect::jsonPath(const QString &key)
{
    static const QRegularExpression locale(u"^[A-Za-z0-9_-]+$"_s);
    if (!locale.match(key).hasMatch())
        throw DatabaseError(ErrorKind::Usage, u"“%1” is no locale, such as en."_s.arg(key));
    return u"'$.\""_s + key + u"\"'"_s;
}

const Dialect &Dialect::of(Driver driver)
{
    static const SqliteDialect sqlite;
    static const MysqlDialect mysql;
    if (driver == Driver::Sqlite)
        return sqlite;
    return mysql;
}

} // namespace tagsmith
