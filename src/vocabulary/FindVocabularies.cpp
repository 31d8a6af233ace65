// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/FindVocabularies.h"

#include "core/Error.h"
#include "database/Schema.h"
#include "database/ScopedConnection.h"
#include "vocabulary/CreateVocabulary.h"

#include <QStringList>

#include <algorithm>
#include <optional>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

bool isOwnTable(const QString &name)
{
    return name.startsWith("tagsmith_"_L1, Qt::CaseInsensitive);
}

std::optional<Vocabulary> minimalVocabulary(const TableSchema &table)
{
    if (isOwnTable(table.name) || table.primaryKey.size() != 1)
        return std::nullopt;
    Vocabulary vocabulary;
    vocabulary.name = table.name;
    vocabulary.preset = u"minimal"_s;
    vocabulary.table = table.name;
    vocabulary.columns = table.columns;
    vocabulary.references = table.referencedBy;
    vocabulary.transactional = table.transactional;
    const int key = vocabulary.indexOf(table.primaryKey.constFirst());
    if (key < 0 || vocabulary.columns[static_cast<size_t>(key)].type != ColumnType::Text)
        return std::nullopt;
    vocabulary.keyColumn = key;
    vocabulary.nameColumn = key;
    return vocabulary;
}

std::vector<Vocabulary> vocabulariesOf(const std::vector<TableSchema> &tables)
{
    std::vector<Vocabulary> found;
    for (const TableSchema &table : tables) {
        if (auto vocabulary = minimalVocabulary(table))
            found.push_back(std::move(*vocabulary));
    }
    std::stable_partition(found.begin(), found.end(), [](const Vocabulary &vocabulary) {
        return vocabulary.table.compare(defaultTable(), Qt::CaseInsensitive) == 0;
    });
    return found;
}

DatabaseError notFound(const std::vector<TableSchema> &tables, const QString &wanted)
{
    const QString name = wanted.isEmpty() ? defaultTable() : wanted;
    for (const TableSchema &table : tables) {
        if (table.name.compare(name, Qt::CaseInsensitive) != 0)
            continue;
        if (table.primaryKey.isEmpty()) {
            return {ErrorKind::NoVocabulary, u"The table %1 has no primary key, so that its rows "
                                             u"cannot be told apart; give it one "
                                             "on the column with the names."_s.arg(table.name)};
        }
        return {ErrorKind::NoVocabulary,
                u"The table %1 cannot be used: its primary key (%2) is not one text column; "
                "choose another table."_s.arg(table.name, table.primaryKey.join(u", "_s))};
    }
    if (!wanted.isEmpty()) {
        return {
            ErrorKind::NoVocabulary,
            u"There is no vocabulary \"%1\" in this database; \"tagsmith inspect\" lists what there is."_s
                .arg(wanted)};
    }
    return {ErrorKind::NoVocabulary,
            u"This database has no table of tags; \"tagsmith init --create-table\" makes one."_s};
}

} // namespace

std::vector<Vocabulary> findVocabularies(ScopedConnection &connection)
{
    return vocabulariesOf(readSchema(connection));
}

VocabularyChoice chooseVocabulary(ScopedConnection &connection, const QString &name)
{
    const std::vector<TableSchema> tables = readSchema(connection);
    const std::vector<Vocabulary> found = vocabulariesOf(tables);
    const auto match =
        std::find_if(found.begin(), found.end(), [&name](const Vocabulary &candidate) {
            return name.isEmpty() || candidate.name.compare(name, Qt::CaseInsensitive) == 0;
        });
    if (match == found.end())
        throw notFound(tables, name);
    VocabularyChoice choice{*match, {}};
    for (const Vocabulary &vocabulary : found)
        choice.names << vocabulary.name;
    return choice;
}

Vocabulary findVocabulary(ScopedConnection &connection, const QString &name)
{
    return chooseVocabulary(connection, name).chosen;
}

} // namespace tagsmith
