// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/SpatieSteps.h"

#include "database/ScopedConnection.h"
#include "database/Statement.h"
#include "vocabulary/RecordChanges.h"
#include "vocabulary/TagUpdate.h"
#include "vocabulary/UniqueSlug.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

/** The names and the slugs of one tag, by language. */
struct Translations
{
    QJsonObject names;
    QJsonObject slugs;

    friend bool operator==(const Translations &, const Translations &) = default;
};

QJsonObject parsed(const Cell &json)
{
    return QJsonDocument::fromJson(json.value_or(QString()).toUtf8()).object();
}

Translations readTranslations(ScopedConnection &connection, const Vocabulary &vocabulary,
                              const QString &key)
{
    const Dialect &dialect = connection.dialect();
    Statement statement(connection,
                        u"SELECT %1 FROM %2 WHERE %3 = ?"_s.arg(
                            dialect.quotedList({vocabulary.nameName, vocabulary.slugColumn}),
                            dialect.quoted(vocabulary.table), dialect.quoted(vocabulary.keyName)));
    statement.bind(key.toLongLong()).execute();
    if (!statement.next())
        return {};
    return {parsed(statement.cell(0)), parsed(statement.cell(1))};
}

/** What @p other has in languages in which @p translations has no name. */
void addMissing(Translations &translations, const Translations &other)
{
    for (auto it = other.names.constBegin(); it != other.names.constEnd(); ++it) {
        if (translations.names.contains(it.key()))
            continue;
        translations.names.insert(it.key(), it.value());
        if (other.slugs.contains(it.key()))
            translations.slugs.insert(it.key(), other.slugs.value(it.key()));
    }
}

QString compact(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

void mergeTranslations(ScopedConnection &connection, const Vocabulary &vocabulary,
                       const TagOperation &operation)
{
    const Translations before = readTranslations(connection, vocabulary, operation.target->key);
    Translations merged = before;
    for (const StoredTag &source : operation.tags)
        addMissing(merged, readTranslations(connection, vocabulary, source.key));
    if (merged == before)
        return;
    const Dialect &dialect = connection.dialect();
    const QString isTarget = dialect.quoted(vocabulary.keyName) + u" = ?"_s;
    const qint64 target = operation.target->key.toLongLong();
    RecordedUpdate recorded(
        connection,
        {vocabulary.table, {}, {}, isTarget, [&](Statement &rows) { rows.bind(target); }},
        {vocabulary.nameName, vocabulary.slugColumn});
    Statement update(connection,
                     u"UPDATE %1 SET %2 = ?, %3 = ? WHERE "_s.arg(
                         dialect.quoted(vocabulary.table), dialect.quoted(vocabulary.nameName),
                         dialect.quoted(vocabulary.slugColumn)) +
                         isTarget);
    update.bind(compact(merged.names)).bind(compact(merged.slugs)).bind(target).execute();
    recorded.done();
}

} // namespace

void SpatieSteps::before(ScopedConnection &connection, const Vocabulary &vocabulary,
                         const TagOperation &operation, Receipt &) const
{
    if (operation.kind == "merge"_L1 && operation.target && !vocabulary.slugColumn.isEmpty())
        mergeTranslations(connection, vocabulary, operation);
}

void SpatieSteps::after(ScopedConnection &connection, const Vocabulary &vocabulary,
                        const TagOperation &operation, Receipt &receipt) const
{
    const int slugColumn = vocabulary.indexOf(vocabulary.slugColumn);
    if (operation.kind != "rename"_L1 || slugColumn < 0)
        return;
    // The application makes the slug anew whenever it saves a tag, so that an old one cannot last.
    const StoredTag &tag = operation.tags.front();
    const Cell &oldSlug = tag.values.at(static_cast<size_t>(slugColumn));
    const QString slug = uniqueSlug(connection, vocabulary, operation.newName, tag.key);
    if (slug == oldSlug || !receipt.redirects.empty())
        return;
    TagUpdate(connection, vocabulary, {slugColumn}).run(tag.key, {slug});
    if (oldSlug)
        receipt.redirects.push_back({*oldSlug, slug});
}

} // namespace tagsmith
