// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/ReferenceCandidates.h"

#include <algorithm>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

bool same(const QString &left, const QString &right)
{
    return left.compare(right, Qt::CaseInsensitive) == 0;
}

/** "Tag_ID", "tagId" and "tagid" are one name. */
QString plain(const QString &name)
{
    return name.toLower().remove(u'_');
}

QString singular(const QString &name)
{
    if (name.endsWith("ies"_L1))
        return name.chopped(3) + u'y';
    for (const QString &ending : {u"sses"_s, u"xes"_s, u"ches"_s}) {
        if (name.endsWith(ending))
            return name.chopped(2);
    }
    return name.endsWith(u's') && !name.endsWith("ss"_L1) ? name.chopped(1) : name;
}

/** The table's name and its last word ("blog_tags", "tags"), in the singular as well. */
QStringList stemsOf(const QString &table)
{
    QStringList stems;
    for (const QString &name : {plain(table), plain(table.section(u'_', -1))})
        stems << name << singular(name);
    stems.removeDuplicates();
    return stems;
}

/** Names that any table may give a column, so that they tell nothing about what it holds. */
bool isCommon(const QString &plainName)
{
    static const QStringList names{u"id"_s,   u"uuid"_s,  u"guid"_s,  u"key"_s,
                                   u"code"_s, u"name"_s,  u"title"_s, u"label"_s,
                                   u"slug"_s, u"value"_s, u"text"_s,  u"type"_s};
    return names.contains(plainName);
}

/** What tags are called where the name of their table does not help. */
const QStringList &usualNames()
{
    static const QStringList names{u"tag"_s,   u"tags"_s,    u"tagid"_s,    u"tagname"_s,
                                   u"term"_s,  u"termid"_s,  u"keyword"_s,  u"keywordid"_s,
                                   u"label"_s, u"labelid"_s, u"keywords"_s, u"labelname"_s};
    return names;
}

bool isOfKnownApplication(const Vocabulary &vocabulary)
{
    return vocabulary.preset != "table"_L1 && vocabulary.preset != "minimal"_L1;
}

QStringList tellingNames(const Vocabulary &vocabulary)
{
    QStringList names;
    const QStringList stems = stemsOf(vocabulary.table);
    for (const QString &stem : stems)
        names << stem + u"id"_s;
    // Tables of an application's own that repeat the key (Drupal's revisions) are no taggings.
    if (!isOfKnownApplication(vocabulary) && !isCommon(plain(vocabulary.keyName)))
        names << plain(vocabulary.keyName);
    return names;
}

QStringList likelyNames(const Vocabulary &vocabulary)
{
    static const QStringList words{u"tag"_s, u"term"_s, u"keyword"_s, u"label"_s};
    QStringList names;
    const QStringList stems = stemsOf(vocabulary.table);
    for (const QString &stem : stems)
        names << stem << stem + u"name"_s;
    if (!isCommon(plain(vocabulary.nameName)))
        names << plain(vocabulary.nameName);
    const bool isOfTags = std::any_of(
        words.begin(), words.end(), [&stems](const QString &word) { return stems.contains(word); });
    // Small numbers are keys of every table, so that only texts say by themselves what they name.
    if (isOfTags || vocabulary.key().type == ColumnType::Text)
        names << usualNames();
    names.removeDuplicates();
    return names;
}

bool isNumber(const Column &column)
{
    return column.type == ColumnType::Integer || column.type == ColumnType::Real;
}

bool haveSameType(const Column &left, const Column &right)
{
    return left.declaredType.isEmpty() || right.declaredType.isEmpty() || left.type == right.type ||
           (isNumber(left) && isNumber(right));
}

QStringList targetsOf(const Vocabulary &vocabulary, const Column &column)
{
    QStringList targets;
    if (haveSameType(column, vocabulary.key()))
        targets << QString();
    const Column &name = vocabulary.nameField();
    const bool canHoldNames = !vocabulary.keyIsName() && name.table.isEmpty() &&
                              name.jsonKey.isEmpty() && column.type == ColumnType::Text;
    if (canHoldNames)
        targets << name.name;
    return targets;
}

bool isForeignKey(const TableSchema &table, const QString &column)
{
    return std::any_of(table.foreignKeys.begin(), table.foreignKeys.end(),
                       [&column](const ForeignKey &foreign) {
                           return foreign.columns.contains(column, Qt::CaseInsensitive);
                       });
}

/** Whether @p table is one that the vocabulary itself consists of. */
bool isPartOf(const Vocabulary &vocabulary, const TableSchema &table)
{
    return same(table.name, vocabulary.table) ||
           (vocabulary.nameTable && same(table.name, vocabulary.nameTable->table)) ||
           (vocabulary.hierarchy && same(table.name, vocabulary.hierarchy->table));
}

bool isReference(const Vocabulary &vocabulary, const TableSchema &table, const Column &column)
{
    return std::any_of(vocabulary.references.begin(), vocabulary.references.end(),
                       [&](const Reference &reference) {
                           return same(reference.table, table.name) &&
                                  same(reference.column, column.name);
                       });
}

/** Whether the column could refer to anything at all. */
bool canRefer(const TableSchema &table, const Column &column)
{
    const bool isOwnKey = table.primaryKey == QStringList{column.name};
    return !isOwnKey && !column.generated && !isForeignKey(table, column.name);
}

} // namespace

ReferenceCandidates::ReferenceCandidates(const std::vector<TableSchema> &schema)
{
    for (const TableSchema &table : schema) {
        if (table.name.startsWith("tagsmith_"_L1, Qt::CaseInsensitive))
            continue;
        for (const Column &column : table.columns) {
            if (!canRefer(table, column))
                continue;
            const QString name = plain(column.name);
            m_places[name].push_back({&table, &column});
            const QString ending = plain(column.name.section(u'_', -2)); // main_tag_id: tag_id
            if (ending != name)
                m_places[ending].push_back({&table, &column});
        }
    }
}

std::vector<ReferenceCandidate> ReferenceCandidates::of(const Vocabulary &vocabulary) const
{
    std::vector<ReferenceCandidate> found;
    collect(vocabulary, tellingNames(vocabulary), true, found);
    if (!isOfKnownApplication(vocabulary))
        collect(vocabulary, likelyNames(vocabulary), false, found);
    return found;
}

void ReferenceCandidates::collect(const Vocabulary &vocabulary, const QStringList &names,
                                  bool isTelling, std::vector<ReferenceCandidate> &found) const
{
    for (const QString &name : names) {
        const auto places = m_places.constFind(name);
        if (places == m_places.constEnd())
            continue;
        for (const Place &place : *places) {
            const bool isKnown =
                std::any_of(found.begin(), found.end(), [&place](const ReferenceCandidate &other) {
                    return other.column == place.column;
                });
            const QStringList targets = targetsOf(vocabulary, *place.column);
            if (!isKnown && !targets.isEmpty() && !isPartOf(vocabulary, *place.table) &&
                !isReference(vocabulary, *place.table, *place.column))
                found.push_back({place.table, place.column, isTelling, targets});
        }
    }
}

} // namespace tagsmith
