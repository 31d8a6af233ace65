// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/DrupalFields.h"

#include "database/ScopedConnection.h"
#include "database/Statement.h"
#include "vocabulary/PhpValue.h"

#include <QCryptographicHash>

#include <algorithm>
#include <array>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qsizetype longestTableName = 48; // Drupal's own limit, which leaves room for a prefix

/** A field that holds terms. */
struct TermField
{
    QString entityType;
    QString name;
    QString uuid;
};

std::vector<TermField> termFields(ScopedConnection &connection, const QString &configTable)
{
    Statement statement(connection, u"SELECT data FROM "_s +
                                        connection.dialect().quoted(configTable) +
                                        u" WHERE collection = ? AND name LIKE ? ORDER BY name"_s);
    statement.bind(u""_s).bind(u"field.storage.%"_s).execute();
    std::vector<TermField> fields;
    while (statement.next()) {
        const auto value = readPhpValue(statement.value(0).toByteArray());
        const QVariantMap storage = value ? value->toMap() : QVariantMap();
        const QVariantMap settings = storage.value(u"settings"_s).toMap();
        if (settings.value(u"target_type"_s).toString() != "taxonomy_term"_L1)
            continue;
        fields.push_back({storage.value(u"entity_type"_s).toString(),
                          storage.value(u"field_name"_s).toString(),
                          storage.value(u"uuid"_s).toString()});
    }
    return fields;
}

/** Where the entities of a type have their titles. */
std::vector<ObjectTable> objectTables(const QString &prefix, const QString &entityType)
{
    struct Titles
    {
        QLatin1StringView entityType;
        QLatin1StringView table;
        QLatin1StringView key;
        QLatin1StringView label;
    };
    static constexpr std::array<Titles, 6> known{{
        {"node"_L1, "node_field_data"_L1, "nid"_L1, "title"_L1},
        {"media"_L1, "media_field_data"_L1, "mid"_L1, "name"_L1},
        {"user"_L1, "users_field_data"_L1, "uid"_L1, "name"_L1},
        {"comment"_L1, "comment_field_data"_L1, "cid"_L1, "subject"_L1},
        {"block_content"_L1, "block_content_field_data"_L1, "id"_L1, "info"_L1},
        {"taxonomy_term"_L1, "taxonomy_term_field_data"_L1, "tid"_L1, "name"_L1},
    }};
    const auto found = std::find_if(known.begin(), known.end(), [&entityType](const Titles &row) {
        return row.entityType == entityType;
    });
    if (found == known.end())
        return {};
    return {
        {prefix + found->table, QString(found->key), u"entity_id"_s, QString(found->label), {}}};
}

/** The reference in @p table, unless the site lacks it or it is no field's. */
void addReference(const std::vector<TableSchema> &schema, const QString &table,
                  const TermField &field, const QStringList &object, ReferenceRole role,
                  VocabularyMapping &mapping)
{
    const TableSchema *found = findTable(schema, table);
    const QString column = field.name + u"_target_id"_s;
    if (found == nullptr || found->find(column) == nullptr || found->find(u"delta"_s) == nullptr)
        return;
    Reference reference;
    reference.table = found->name;
    reference.column = column;
    reference.role = role;
    reference.objects = {{object, true}};
    reference.objectTables = objectTables(drupalPrefix(mapping.table), field.entityType);
    mapping.references.push_back(std::move(reference));
}

} // namespace

QString drupalPrefix(const QString &vocabularyTable)
{
    return vocabularyTable.chopped(QStringView(u"taxonomy_term_field_data").size());
}

DrupalFieldTables drupalFieldTables(const QString &entityType, const QString &field,
                                    const QString &uuid)
{
    const QByteArray hash =
        QCryptographicHash::hash(uuid.toUtf8(), QCryptographicHash::Sha256).toHex().left(10);
    const auto name = [&](const QString &separator, const QString &shortSeparator) {
        const QString whole = entityType + separator + field;
        return whole.size() <= longestTableName
                   ? whole
                   : entityType + shortSeparator + QString::fromLatin1(hash);
    };
    return {name(u"__"_s, u"__"_s), name(u"_revision__"_s, u"_r__"_s)};
}

void addDrupalFields(ScopedConnection &connection, const std::vector<TableSchema> &schema,
                     VocabularyMapping &mapping)
{
    const QString prefix = drupalPrefix(mapping.table);
    const TableSchema *config = findTable(schema, prefix + u"config"_s);
    if (config == nullptr)
        return;
    const std::vector<TermField> fields = termFields(connection, config->name);
    for (const TermField &field : fields) {
        const auto tables = drupalFieldTables(field.entityType, field.name, field.uuid);
        addReference(schema, prefix + tables.current, field,
                     {u"entity_id"_s, u"deleted"_s, u"langcode"_s}, ReferenceRole::Tagging,
                     mapping);
        addReference(schema, prefix + tables.revisions, field,
                     {u"entity_id"_s, u"revision_id"_s, u"deleted"_s, u"langcode"_s},
                     ReferenceRole::Property, mapping);
    }
}

} // namespace tagsmith
