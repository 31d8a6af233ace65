// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/NextcloudSteps.h"

#include "database/Schema.h"
#include "database/ScopedConnection.h"
#include "database/Statement.h"
#include "vocabulary/RecordChanges.h"
#include "vocabulary/TagTable.h"

#include <QCryptographicHash>
#include <QDateTime>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

Cell valueOf(const Vocabulary &vocabulary, const StoredTag &tag, const QString &column)
{
    const int index = vocabulary.indexOf(column);
    return index < 0 ? Cell() : tag.values.at(static_cast<size_t>(index));
}

/** Who may see and assign a tag, as Nextcloud's own settings call it. */
QString accessOf(const Vocabulary &vocabulary, const StoredTag &tag)
{
    if (valueOf(vocabulary, tag, u"visibility"_s) == u"0"_s)
        return u"invisible"_s;
    return valueOf(vocabulary, tag, u"editable"_s) == u"0"_s ? u"restricted"_s : u"public"_s;
}

void warnOfAccess(const Vocabulary &vocabulary, const TagOperation &operation, Receipt &receipt)
{
    const QString target = accessOf(vocabulary, *operation.target);
    for (const StoredTag &tag : operation.tags) {
        const QString access = accessOf(vocabulary, tag);
        if (access != target) {
            receipt.warnings << u"“%1” is %2, but “%3” is %4: other people than before will see "
                                "the tag on its files, or may take it away."_s.arg(
                                    tag.name, access, operation.target->name, target);
        }
    }
}

/** What rules name a tag that goes; neither table is there unless its app is. */
void warnOfRules(ScopedConnection &connection, const Vocabulary &vocabulary,
                 const TagOperation &operation, Receipt &receipt)
{
    struct Rules
    {
        QString table;
        QString column;
        QString condition;
        QString name;
    };
    const QString prefix = vocabulary.table.chopped(QStringView(u"systemtag").size());
    const Rules kinds[] = {
        {u"flow_checks"_s, u"value"_s, u" AND class LIKE '%FileSystemTags'"_s, u"flow rule"_s},
        {u"retention"_s, u"tag_id"_s, {}, u"retention rule"_s}};
    const std::vector<TableSchema> schema = readSchema(connection);
    const Dialect &dialect = connection.dialect();
    for (const Rules &rules : kinds) {
        const TableSchema *table = findTable(schema, prefix + rules.table);
        const Column *column = table == nullptr ? nullptr : table->find(rules.column);
        if (column == nullptr)
            continue;
        Statement count(connection, u"SELECT COUNT(*) FROM %1 WHERE %2 = ?%3"_s.arg(
                                        dialect.quoted(table->name), dialect.quoted(column->name),
                                        rules.condition));
        for (const StoredTag &tag : operation.tags) {
            bindAs(count, *column, tag.key);
            if (count.execute().next() && count.integer(0) > 0) {
                receipt.warnings << u"%1 %2%3 “%4” by its number %5 and will no longer find it: "
                                    "correct that in Nextcloud's settings."_s.arg(count.integer(0))
                                        .arg(rules.name,
                                             count.integer(0) == 1 ? u" names"_s : u"s name"_s,
                                             tag.name, tag.key);
            }
        }
    }
}

/** Nextcloud's own update refuses a name that another tag has, whoever may see that. */
void warnOfTwin(ScopedConnection &connection, const Vocabulary &vocabulary,
                const TagOperation &operation, Receipt &receipt)
{
    const Dialect &dialect = connection.dialect();
    Statement twins(connection, u"SELECT COUNT(*) FROM %1 WHERE %2 = ? AND %3 <> ?"_s.arg(
                                    dialect.quoted(vocabulary.table),
                                    dialect.quoted(vocabulary.nameField().name),
                                    dialect.quoted(vocabulary.key().name)));
    twins.bind(operation.newName);
    bindAs(twins, vocabulary.key(), operation.tags.front().key);
    if (twins.execute().next() && twins.integer(0) > 0) {
        receipt.warnings << u"Another tag is called “%1” as well, with other access; Nextcloud "
                            "shows both under the same name."_s.arg(operation.newName);
    }
}

} // namespace

void NextcloudSteps::before(ScopedConnection &connection, const Vocabulary &vocabulary,
                            const TagOperation &operation, Receipt &receipt) const
{
    if (operation.target)
        warnOfAccess(vocabulary, operation, receipt);
    if (operation.kind == "rename"_L1)
        warnOfTwin(connection, vocabulary, operation, receipt);
    else
        warnOfRules(connection, vocabulary, operation, receipt);
}

void NextcloudSteps::after(ScopedConnection &connection, const Vocabulary &vocabulary,
                           const TagOperation &operation, Receipt &) const
{
    const int etag = vocabulary.indexOf(u"etag"_s);
    if (etag < 0 || operation.kind == "delete"_L1)
        return;
    const StoredTag &tag = operation.target ? *operation.target : operation.tags.front();
    const QByteArray now = QByteArray::number(QDateTime::currentMSecsSinceEpoch());
    const QByteArray hash =
        QCryptographicHash::hash(now + tag.key.toUtf8(), QCryptographicHash::Md5).toHex();
    const Dialect &dialect = connection.dialect();
    const QString &column = vocabulary.columns[static_cast<size_t>(etag)].name;
    const QString isTag = dialect.quoted(vocabulary.key().name) + u" = ?"_s;
    const auto bindTag = [&](Statement &statement) {
        bindAs(statement, vocabulary.key(), tag.key);
    };
    RecordedUpdate recorded(connection, {vocabulary.table, {}, {}, isTag, bindTag}, {column});
    Statement update(connection, u"UPDATE %1 SET %2 = ? WHERE "_s.arg(
                                     dialect.quoted(vocabulary.table), dialect.quoted(column)) +
                                     isTag);
    update.bind(QString::fromLatin1(hash));
    bindTag(update);
    update.execute();
    recorded.done();
}

} // namespace tagsmith
