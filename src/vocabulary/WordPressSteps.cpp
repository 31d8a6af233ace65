// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/WordPressSteps.h"

#include "database/ScopedConnection.h"
#include "database/Statement.h"
#include "vocabulary/RecordChanges.h"
#include "vocabulary/TableColumns.h"
#include "vocabulary/TagValues.h"
#include "vocabulary/WordPressDefaultTerm.h"
#include "vocabulary/WordPressTables.h"

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

QString termId(const Vocabulary &vocabulary, const StoredTag &tag)
{
    return tagValue(vocabulary, tag, u"term_id"_s).value_or(QString());
}

/** The entries of navigation menus (their rows of postmeta) that lead to the term @p id. */
QStringList menuEntries(ScopedConnection &connection, const WordPressTables &tables,
                        const QString &id)
{
    const auto has = [](const QString &key) {
        return u"AND EXISTS (SELECT 1 FROM %1 AS o WHERE o.post_id = m.post_id AND o.meta_key = "
               "'%2' AND o.meta_value = ?)"_s.arg(u"%1"_s, key);
    };
    Statement entries(connection,
                      (u"SELECT m.meta_id FROM %1 AS m WHERE m.meta_key = '_menu_item_object_id' "
                       "AND m.meta_value = ? "_s +
                       has(u"_menu_item_type"_s) + u' ' + has(u"_menu_item_object"_s))
                          .arg(tables.quoted(u"postmeta"_s)));
    entries.bind(id).bind(u"taxonomy"_s).bind(tables.taxonomy()).execute();
    QStringList found;
    while (entries.next())
        found << entries.text(0);
    return found;
}

void moveMenuEntries(ScopedConnection &connection, const WordPressTables &tables,
                     const Vocabulary &vocabulary, const TagOperation &operation)
{
    const QString target = termId(vocabulary, *operation.target);
    for (const StoredTag &source : operation.tags) {
        const QStringList entries = menuEntries(connection, tables, termId(vocabulary, source));
        for (const QString &entry : entries) {
            const qint64 id = entry.toLongLong();
            RecordedUpdate recorded(connection,
                                    {tables.named(u"postmeta"_s),
                                     {},
                                     {},
                                     u"meta_id = ?"_s,
                                     [id](Statement &rows) { rows.bind(id); }},
                                    {u"meta_value"_s}, {{u"meta_value"_s, target}});
            Statement(connection, u"UPDATE %1 SET meta_value = ? WHERE meta_id = ?"_s.arg(
                                      tables.quoted(u"postmeta"_s)))
                .bind(target)
                .bind(id)
                .execute();
            recorded.done();
        }
    }
}

void warnOfMenus(ScopedConnection &connection, const WordPressTables &tables,
                 const Vocabulary &vocabulary, const TagOperation &operation, Receipt &receipt)
{
    for (const StoredTag &tag : operation.tags) {
        if (!menuEntries(connection, tables, termId(vocabulary, tag)).isEmpty()) {
            receipt.warnings << u"A navigation menu has an entry for “%1”, which then leads "
                                "nowhere: remove it in WordPress."_s.arg(tag.name);
        }
    }
}

/** WordPress makes the list of children anew where this option is missing. */
void forgetChildren(ScopedConnection &connection, const WordPressTables &tables)
{
    const QString option = tables.taxonomy() + u"_children"_s;
    recordDelete(
        connection,
        {tables.named(u"options"_s), {}, {}, u"option_name = ?"_s, [&option](Statement &rows) {
             rows.bind(option);
         }});
    Statement(connection,
              u"DELETE FROM %1 WHERE option_name = ?"_s.arg(tables.quoted(u"options"_s)))
        .bind(option)
        .execute();
}

} // namespace

void WordPressSteps::before(ScopedConnection &connection, const Vocabulary &vocabulary,
                            const TagOperation &operation, Receipt &receipt) const
{
    const WordPressTables tables(connection, vocabulary);
    if (operation.kind != "delete"_L1)
        return;
    WordPressDefaultTerm(connection, tables).giveToPosts(operation, receipt);
    if (tables.has(u"postmeta"_s))
        warnOfMenus(connection, tables, vocabulary, operation, receipt);
}

void WordPressSteps::after(ScopedConnection &connection, const Vocabulary &vocabulary,
                           const TagOperation &operation, Receipt &receipt) const
{
    const WordPressTables tables(connection, vocabulary);
    if (operation.kind == "merge"_L1 && tables.has(u"postmeta"_s))
        moveMenuEntries(connection, tables, vocabulary, operation);
    if (operation.kind == "delete"_L1)
        WordPressDefaultTerm(connection, tables).recount(vocabulary, receipt);
    if (operation.kind != "rename"_L1 && tables.has(u"options"_s))
        forgetChildren(connection, tables);
}

} // namespace tagsmith
