// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/CalibreSteps.h"

#include "database/ScopedConnection.h"
#include "database/Statement.h"
#include "vocabulary/CalibreCategories.h"
#include "vocabulary/RecordChanges.h"
#include "vocabulary/TagTable.h"
#include "vocabulary/TagValues.h"

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

std::optional<QByteArray> preference(ScopedConnection &connection, const QString &key)
{
    Statement statement(connection, u"SELECT val FROM preferences WHERE key = ?"_s);
    statement.bind(key).execute();
    if (!statement.next())
        return std::nullopt;
    return statement.text(0).toUtf8();
}

QStringList namesOf(const TagOperation &operation)
{
    QStringList names;
    for (const StoredTag &tag : operation.tags)
        names << tag.name;
    return names;
}

void warnOfSearches(ScopedConnection &connection, const QString &key, const QString &what,
                    const QStringList &names, Receipt &receipt)
{
    const auto json = preference(connection, key);
    const QStringList titles = json ? calibreSearchesNaming(*json, names) : QStringList();
    if (!titles.isEmpty()) {
        receipt.warnings << u"%1 “%2” may name the tag, and stays as it is: look through it in "
                            "calibre."_s.arg(what, titles.join(u"”, “"_s));
    }
}

/** The books with one of @p tags of which calibre does not know yet that they have changed. */
QStringList cleanBooks(ScopedConnection &connection, const Column &column, const QStringList &tags)
{
    Statement statement(
        connection,
        u"SELECT DISTINCT book FROM books_tags_link WHERE tag IN (%1) AND book NOT "
        "IN (SELECT book FROM metadata_dirtied) ORDER BY book"_s.arg(marks(tags.size())));
    for (const QString &tag : tags)
        bindAs(statement, column, tag);
    statement.execute();
    QStringList books;
    while (statement.next())
        books << statement.text(0);
    return books;
}

void markDirty(ScopedConnection &connection, const QStringList &books)
{
    const auto bindBooks = [&books](Statement &statement) {
        for (const QString &book : books)
            statement.bind(book.toLongLong());
    };
    Statement insert(connection, u"INSERT INTO metadata_dirtied (book) VALUES "_s +
                                     QStringList(books.size(), u"(?)"_s).join(u", "_s));
    bindBooks(insert);
    insert.execute();
    recordInsert(
        connection,
        {u"metadata_dirtied"_s, {}, {}, u"book IN (%1)"_s.arg(marks(books.size())), bindBooks});
}

} // namespace

void CalibreSteps::before(ScopedConnection &connection, const Vocabulary &vocabulary,
                          const TagOperation &operation, Receipt &receipt) const
{
    receipt.warnings << u"calibre must be closed: it keeps the library in memory, and would "
                        "overwrite the change."_s;
    const TagValues keys = ownValues(vocabulary, operation.tags, {}, {});
    for (const QStringList &part : inParts(keys.sources)) {
        const QStringList books = cleanBooks(connection, keys.column, part);
        for (const QStringList &dirtied : inParts(books))
            markDirty(connection, dirtied);
    }
}

void CalibreSteps::after(ScopedConnection &connection, const Vocabulary &,
                         const TagOperation &operation, Receipt &receipt) const
{
    const QStringList names = namesOf(operation);
    const QString key = u"user_categories"_s;
    if (const auto json = preference(connection, key)) {
        const QString newName = operation.target ? operation.target->name : operation.newName;
        const auto patched = patchedCalibreCategories(*json, names, newName);
        if (!patched) {
            receipt.warnings << u"calibre's own categories cannot be read, and stay as they are."_s;
        } else if (*patched != *json) {
            RecordedUpdate recorded(connection,
                                    {u"preferences"_s,
                                     {},
                                     {},
                                     u"key = ?"_s,
                                     [&key](Statement &rows) { rows.bind(key); }},
                                    {u"val"_s});
            Statement(connection, u"UPDATE preferences SET val = ? WHERE key = ?"_s)
                .bind(QString::fromUtf8(*patched))
                .bind(key)
                .execute();
            recorded.done();
        }
    }
    warnOfSearches(connection, u"saved_searches"_s, u"The saved search"_s, names, receipt);
    warnOfSearches(connection, u"virtual_libraries"_s, u"The virtual library"_s, names, receipt);
}

} // namespace tagsmith
