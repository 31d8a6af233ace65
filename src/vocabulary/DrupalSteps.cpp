// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/DrupalSteps.h"

#include "database/ScopedConnection.h"
#include "vocabulary/DrupalDeltas.h"
#include "vocabulary/DrupalTerms.h"

#include <utility>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

QStringList keysOf(const std::vector<StoredTag> &tags)
{
    QStringList keys;
    for (const StoredTag &tag : tags)
        keys << tag.key;
    return keys;
}

QString valueOf(const Vocabulary &vocabulary, const StoredTag &tag, const QString &column)
{
    const int index = vocabulary.indexOf(column);
    return index < 0 ? QString() : tag.values.at(static_cast<size_t>(index)).value_or(QString());
}

void renumberAll(ScopedConnection &connection, const std::vector<TableSchema> &schema,
                 const Vocabulary &vocabulary, const QStringList &tags, DeltaOrder order)
{
    const std::vector<DrupalDeltaTable> tables = drupalDeltaTables(schema, vocabulary);
    for (const DrupalDeltaTable &table : tables)
        renumberDrupalDeltas(connection, vocabulary, table, tags, order);
}

} // namespace

void DrupalSteps::before(ScopedConnection &connection, const Vocabulary &vocabulary,
                         const TagOperation &operation, Receipt &) const
{
    if (operation.kind == "rename"_L1)
        return;
    const std::vector<TableSchema> schema = readSchema(connection);
    const QStringList keys = keysOf(operation.tags);
    DrupalTerms(connection, vocabulary, schema).removeTranslations(keys);
    if (operation.kind == "delete"_L1)
        renumberAll(connection, schema, vocabulary, keys, DeltaOrder::GivenTagsLast);
}

void DrupalSteps::after(ScopedConnection &connection, const Vocabulary &vocabulary,
                        const TagOperation &operation, Receipt &receipt) const
{
    const std::vector<TableSchema> schema = readSchema(connection);
    const DrupalTerms terms(connection, vocabulary, schema);
    if (operation.kind == "rename"_L1) {
        const StoredTag &tag = operation.tags.front();
        terms.renameRevision(tag.key, valueOf(vocabulary, tag, u"revision_id"_s),
                             valueOf(vocabulary, tag, u"langcode"_s), operation.newName);
        return;
    }
    const QStringList gone = keysOf(operation.tags);
    const QString target = operation.target ? operation.target->key : QString();
    terms.remove(gone);
    terms.replaceParents(gone, target);
    if (operation.target)
        renumberAll(connection, schema, vocabulary, {target}, DeltaOrder::AsTheyAre);
    for (const QString &tid : gone)
        terms.removeAddresses(tid, target, receipt.redirects);
}

} // namespace tagsmith
