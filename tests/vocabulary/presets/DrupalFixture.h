// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vocabulary/PresetFixture.h"

#include <QHash>

namespace tagsmith::test
{

/** PHP's text of a string. */
inline QString phpString(const QString &text)
{
    return QStringLiteral("s:%1:\"%2\";").arg(text.toUtf8().size()).arg(text);
}

/** The row of Drupal's configuration that says what a field of nodes holds. */
inline void addDrupalField(const TestDatabase &database, const QString &prefix,
                           const QString &field, const QString &target,
                           const QString &entityType = QStringLiteral("node"))
{
    const auto member = [](const QString &name, const QString &value) {
        return phpString(name) + value;
    };
    const QString data =
        QStringLiteral("a:6:{") +
        member(QStringLiteral("uuid"),
               phpString(QStringLiteral("97b04dd4-41c2-4a95-8c00") + field)) +
        member(QStringLiteral("field_name"), phpString(field)) +
        member(QStringLiteral("entity_type"), phpString(entityType)) +
        member(QStringLiteral("settings"),
               QStringLiteral("a:1:{") + member(QStringLiteral("target_type"), phpString(target)) +
                   u'}') +
        member(QStringLiteral("cardinality"), QStringLiteral("i:-1;")) +
        member(QStringLiteral("locked"), QStringLiteral("b:0;")) + u'}';
    insertRows(
        database, prefix + QStringLiteral("config"), QStringLiteral("collection, name, data"),
        {{QStringLiteral(""), QStringLiteral("field.storage.%1.%2").arg(entityType, field), data}});
}

/** A term in one language, with its data, revision and parents; the revision is tid + 1000. */
inline void addDrupalTerms(const TestDatabase &database, const QString &prefix,
                           const QString &vocabulary,
                           const QList<std::pair<QString, QString>> &idsAndNames,
                           const QHash<QString, QStringList> &parents = {})
{
    const QString en = QStringLiteral("en");
    const QString one = QStringLiteral("1");
    QList<QStringList> data;
    QList<QStringList> fields;
    QList<QStringList> revisions;
    QList<QStringList> revisionFields;
    QList<QStringList> above;
    for (const auto &[tid, name] : idsAndNames) {
        const QString revision = QString::number(tid.toInt() + 1000);
        data << QStringList{tid, revision, vocabulary, QStringLiteral("uuid-") + tid, en};
        fields << QStringList{tid, revision, vocabulary,          en,
                              one, name,     QStringLiteral("0"), QStringLiteral("100"),
                              one};
        revisions << QStringList{tid, revision, en, one};
        revisionFields << QStringList{tid, revision, en, one, name, QStringLiteral("100"), one};
        const QStringList own = parents.value(tid, {QStringLiteral("0")});
        for (qsizetype i = 0; i < own.size(); ++i)
            above << QStringList{vocabulary, tid, revision, en, QString::number(i), own[i]};
    }
    insertRows(database, prefix + QStringLiteral("taxonomy_term_data"),
               QStringLiteral("tid, revision_id, vid, uuid, langcode"), data);
    insertRows(database, prefix + QStringLiteral("taxonomy_term_field_data"),
               QStringLiteral("tid, revision_id, vid, langcode, status, name, weight, changed, "
                              "default_langcode"),
               fields);
    insertRows(database, prefix + QStringLiteral("taxonomy_term_revision"),
               QStringLiteral("tid, revision_id, langcode, revision_default"), revisions);
    insertRows(
        database, prefix + QStringLiteral("taxonomy_term_field_revision"),
        QStringLiteral("tid, revision_id, langcode, status, name, changed, default_langcode"),
        revisionFields);
    const QString columns =
        QStringLiteral("bundle, entity_id, revision_id, langcode, delta, parent_target_id");
    insertRows(database, prefix + QStringLiteral("taxonomy_term__parent"), columns, above);
    insertRows(database, prefix + QStringLiteral("taxonomy_term_revision__parent"), columns, above);
}

/**
 * Gives nodes, in their current and only revision nid + 500, the terms of field_tags; each row of
 * @p values is the node and then its terms.
 */
inline void addDrupalTaggings(const TestDatabase &database, const QString &prefix,
                              const QList<QStringList> &values)
{
    QList<QStringList> rows;
    QList<QStringList> index;
    for (const QStringList &node : values) {
        for (qsizetype i = 1; i < node.size(); ++i) {
            rows << QStringList{QStringLiteral("article"),
                                node[0],
                                QString::number(node[0].toInt() + 500),
                                QStringLiteral("en"),
                                QString::number(i - 1),
                                node[i]};
            index << QStringList{node[0], node[i], QStringLiteral("100")};
        }
    }
    const QString columns =
        QStringLiteral("bundle, entity_id, revision_id, langcode, delta, field_tags_target_id");
    insertRows(database, prefix + QStringLiteral("node__field_tags"), columns, rows);
    insertRows(database, prefix + QStringLiteral("node_revision__field_tags"), columns, rows);
    insertRows(database, prefix + QStringLiteral("taxonomy_index"),
               QStringLiteral("nid, tid, created"), index);
}

/** Published nodes with the ids and titles of @p titles, from 1 on. */
inline void addDrupalNodes(const TestDatabase &database, const QString &prefix,
                           const QStringList &titles)
{
    const QString one = QStringLiteral("1");
    const QString time = QStringLiteral("100");
    QList<QStringList> nodes;
    for (qsizetype i = 0; i < titles.size(); ++i) {
        nodes << QStringList{QString::number(i + 1),
                             QString::number(i + 501),
                             QStringLiteral("article"),
                             QStringLiteral("en"),
                             one,
                             one,
                             titles[i],
                             time,
                             time,
                             one,
                             QStringLiteral("0"),
                             one};
    }
    insertRows(database, prefix + QStringLiteral("node_field_data"),
               QStringLiteral("nid, vid, type, langcode, status, uid, title, created, changed, "
                              "promote, sticky, default_langcode"),
               nodes);
}

/** The tables, and the settings that say that field_tags holds terms and field_image does not. */
inline void createDrupal(const TestDatabase &database, const QString &prefix)
{
    createPresetTables(database, QStringLiteral("drupal"), prefix);
    addDrupalField(database, prefix, QStringLiteral("field_tags"), QStringLiteral("taxonomy_term"));
    addDrupalField(database, prefix, QStringLiteral("field_image"), QStringLiteral("file"));
}

/** Debtags as terms of the vocabulary "debtags" on nodes, and three terms of "forums". */
inline void loadDrupal(const TestDatabase &database, const QString &prefix = {})
{
    const Debtags data = debtags();
    createDrupal(database, prefix);
    addDrupalNodes(database, prefix, data.packages);
    QList<std::pair<QString, QString>> terms;
    for (qsizetype i = 0; i < data.tags.size(); ++i)
        terms << std::pair(QString::number(i + 1), data.tags[i]);
    addDrupalTerms(database, prefix, QStringLiteral("debtags"), terms);
    addDrupalTerms(database, prefix, QStringLiteral("forums"),
                   {{QStringLiteral("901"), QStringLiteral("General")},
                    {QStringLiteral("902"), QStringLiteral("Help")}});
    QHash<int, QStringList> byNode;
    for (const auto &[package, tag] : data.taggings)
        byNode[package] << QString::number(tag + 1);
    QList<QStringList> values;
    for (int i = 0; i < static_cast<int>(data.packages.size()); ++i)
        values << (QStringList{QString::number(i + 1)} + byNode.value(i));
    addDrupalTaggings(database, prefix, values);
}

} // namespace tagsmith::test
