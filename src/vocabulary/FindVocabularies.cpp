// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/FindVocabularies.h"

#include "core/Error.h"
#include "database/Schema.h"
#include "database/ScopedConnection.h"
#include "vocabulary/CreateVocabulary.h"
#include "vocabulary/RecognisePresets.h"
#include "vocabulary/ReferenceCandidates.h"
#include "vocabulary/ResolveVocabulary.h"
#include "vocabulary/SuggestReferences.h"
#include "vocabulary/TableVocabularies.h"

#include <QSet>

#include <algorithm>
#include <optional>
#include <utility>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

using Schema = std::vector<TableSchema>;
using Vocabularies = std::vector<Vocabulary>;

bool same(const QString &left, const QString &right)
{
    return left.compare(right, Qt::CaseInsensitive) == 0;
}

bool isOfNoApplication(const Vocabulary &vocabulary)
{
    return vocabulary.preset == "table"_L1 || vocabulary.preset == "minimal"_L1;
}

/** @p mapping resolved, or nothing where the database has it otherwise. */
std::optional<Vocabulary> resolved(const Schema &schema, const VocabularyMapping &mapping,
                                   Lacking lacking)
{
    try {
        return resolveVocabulary(schema, mapping, lacking);
    } catch (const DatabaseError &) {
        return std::nullopt;
    }
}

/** Whether one of @p found has the name of @p mapping for the same tags: it takes its place. */
bool isReplaced(const Vocabularies &found, const VocabularyMapping &mapping)
{
    return std::any_of(found.begin(), found.end(), [&mapping](const Vocabulary &other) {
        return same(other.name, mapping.name) && same(other.table, mapping.table) &&
               other.scope == mapping.scope;
    });
}

/** Adds @p vocabulary under a name that no other has. */
void add(Vocabularies &found, Vocabulary vocabulary)
{
    const auto isTaken = [&found](const QString &name) {
        return std::any_of(found.begin(), found.end(),
                           [&name](const Vocabulary &other) { return same(other.name, name); });
    };
    const QString name = vocabulary.name;
    if (isTaken(name))
        vocabulary.name = vocabulary.table + u'.' + name;
    for (int number = 2; isTaken(vocabulary.name); ++number)
        vocabulary.name = u"%1.%2.%3"_s.arg(vocabulary.table, name, QString::number(number));
    found.push_back(std::move(vocabulary));
}

/** The tables that belong to a known application's vocabularies, in lower case. */
QSet<QString> claimedTables(const Vocabularies &found)
{
    QSet<QString> tables;
    for (const Vocabulary &vocabulary : found) {
        tables.insert(vocabulary.table.toLower());
        if (isOfNoApplication(vocabulary))
            continue;
        if (vocabulary.nameTable)
            tables.insert(vocabulary.nameTable->table.toLower());
        if (vocabulary.hierarchy)
            tables.insert(vocabulary.hierarchy->table.toLower());
        for (const Reference &reference : vocabulary.references)
            tables.insert(reference.table.toLower());
        for (const Protection &protection : vocabulary.protections) // settings, such as wp_options
            tables.insert(protection.table.toLower());
    }
    return tables;
}

/** 0 for the table called tags, 1 for those that something refers to, 2 for the others. */
int rankOf(const Vocabulary &vocabulary)
{
    if (same(vocabulary.table, defaultTable()))
        return 0;
    return vocabulary.references.empty() ? 2 : 1;
}

Vocabularies tableVocabularies(const Schema &schema, const Vocabularies &applications,
                               const Vocabularies &saved)
{
    const QSet<QString> claimed = claimedTables(applications);
    Vocabularies found;
    for (const TableSchema &table : schema) {
        if (claimed.contains(table.name.toLower()))
            continue;
        const std::optional<VocabularyMapping> mapping = tableMapping(table);
        if (!mapping || isReplaced(saved, *mapping))
            continue;
        if (auto vocabulary = resolved(schema, *mapping, Lacking::LeaveOut))
            found.push_back(std::move(*vocabulary));
    }
    std::stable_sort(
        found.begin(), found.end(), [](const Vocabulary &left, const Vocabulary &right) {
            const int order = rankOf(left) - rankOf(right);
            return order != 0 ? order < 0 : left.name.compare(right.name, Qt::CaseInsensitive) < 0;
        });
    return found;
}

Vocabularies vocabulariesOf(ScopedConnection &connection, const Schema &schema,
                            const std::vector<VocabularyMapping> &saved)
{
    Vocabularies found;
    for (const VocabularyMapping &mapping : saved) {
        if (auto vocabulary = resolved(schema, mapping, Lacking::Refuse))
            add(found, std::move(*vocabulary));
    }
    const Vocabularies own = found;
    Vocabularies applications;
    const std::vector<VocabularyMapping> recognised = recognisePresets(connection, schema);
    for (const VocabularyMapping &mapping : recognised) {
        auto vocabulary = resolved(schema, mapping, Lacking::LeaveOut);
        if (!vocabulary)
            continue;
        applications.push_back(*vocabulary);
        if (!isReplaced(own, *vocabulary))
            add(found, std::move(*vocabulary));
    }
    const Vocabularies others = tableVocabularies(schema, applications, own);
    for (const Vocabulary &vocabulary : others)
        add(found, vocabulary);
    return found;
}

DatabaseError notFound(const Schema &schema, const QString &wanted)
{
    const QString name = wanted.isEmpty() ? defaultTable() : wanted;
    if (const TableSchema *table = findTable(schema, name))
        return DatabaseError(whyNoVocabulary(*table));
    if (!wanted.isEmpty()) {
        return {ErrorKind::NoVocabulary,
                u"There is no vocabulary \"%1\" in this database; \"tagsmith inspect\" lists what "
                "there is."_s.arg(wanted)};
    }
    return {ErrorKind::NoVocabulary,
            u"This database has no table of tags; \"tagsmith init --create-table\" makes one."_s};
}

/** Throws what is wrong with the saved mapping called @p name, if there is one. */
void checkSaved(const Schema &schema, const std::vector<VocabularyMapping> &saved,
                const QString &name)
{
    for (const VocabularyMapping &mapping : saved) {
        if (same(mapping.name, name))
            resolveVocabulary(schema, mapping, Lacking::Refuse);
    }
}

} // namespace

Vocabularies findVocabularies(ScopedConnection &connection,
                              const std::vector<VocabularyMapping> &saved)
{
    const Schema schema = readSchema(connection);
    Vocabularies found = vocabulariesOf(connection, schema, saved);
    const ReferenceCandidates candidates(schema);
    for (Vocabulary &vocabulary : found) {
        if (isOfNoApplication(vocabulary))
            vocabulary.suggestions = suggestByName(schema, candidates, vocabulary);
    }
    return found;
}

VocabularyChoice chooseVocabulary(ScopedConnection &connection, const QString &name,
                                  const std::vector<VocabularyMapping> &saved)
{
    const Schema schema = readSchema(connection);
    checkSaved(schema, saved, name);
    const Vocabularies found = vocabulariesOf(connection, schema, saved);
    const auto match =
        std::find_if(found.begin(), found.end(), [&name](const Vocabulary &candidate) {
            return name.isEmpty() || same(candidate.name, name);
        });
    if (match == found.end())
        throw notFound(schema, name);
    VocabularyChoice choice{*match, {}};
    for (const Vocabulary &vocabulary : found)
        choice.names << vocabulary.name;
    choice.chosen.suggestions = suggestReferences(connection, schema, choice.chosen);
    return choice;
}

Vocabulary findVocabulary(ScopedConnection &connection, const QString &name)
{
    return chooseVocabulary(connection, name).chosen;
}

} // namespace tagsmith
