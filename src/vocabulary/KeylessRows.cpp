// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/KeylessRows.h"

#include "database/RowImage.h"
#include "database/ScopedConnection.h"
#include "database/Statement.h"
#include "vocabulary/JsonItems.h"
#include "vocabulary/PutBackRows.h"

#include <QHash>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

/** How often each of @p rows is stored: in one pass, with a hash in place of the missing key. */
QHash<QString, qint64> countTwins(ScopedConnection &connection, const RowImage &image,
                                  const QStringList &rows)
{
    const RowSource source = listedRows(image, jsonList(rows));
    const QString row = image.row(u"t"_s);
    Statement statement(connection, u"SELECT MAX("_s + row + u"), COUNT(*) FROM "_s +
                                        connection.dialect().quoted(image.table()) +
                                        u" AS t WHERE MD5("_s + row + u") IN (SELECT MD5("_s +
                                        image.packed(u"u"_s) + u") FROM "_s + source.from +
                                        u") GROUP BY MD5("_s + row + u") FOR UPDATE"_s);
    source.bind(statement);
    statement.execute();
    QHash<QString, qint64> counts;
    while (statement.next())
        counts.insert(statement.text(0), statement.integer(1));
    return counts;
}

} // namespace

QSet<qint64> missingTwins(ScopedConnection &connection, const RowImage &image,
                          const QStringList &rows)
{
    QHash<QString, qint64> left = countTwins(connection, image, rows);
    QSet<qint64> missing;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        if (--left[rows.at(i)] < 0)
            missing.insert(i);
    }
    return missing;
}

void deleteTwins(ScopedConnection &connection, const RowImage &image, const QStringList &rows)
{
    QHash<QString, qint64> surplus = countTwins(connection, image, rows);
    for (const QString &row : rows)
        --surplus[row];
    const RowSource source = listedRows(image, jsonList(rows));
    Statement statement(connection, u"DELETE FROM "_s + connection.dialect().quoted(image.table()) +
                                        u" WHERE MD5("_s + image.row({}) + u") IN (SELECT MD5("_s +
                                        image.packed(u"u"_s) + u") FROM "_s + source.from + u')');
    source.bind(statement);
    statement.execute();
    QStringList tooMany;
    for (auto twin = surplus.cbegin(); twin != surplus.cend(); ++twin) {
        for (qint64 i = 0; i < twin.value(); ++i)
            tooMany << twin.key();
    }
    if (!tooMany.isEmpty())
        insertRows(connection, image, listedRows(image, jsonList(tooMany)));
}

} // namespace tagsmith
