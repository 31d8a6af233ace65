// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/ResolveVocabulary.h"

#include "core/Error.h"
#include "vocabulary/MappingFit.h"
#include "vocabulary/ReferenceObjects.h"

#include <QRegularExpression>

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

/** MediaWiki and others keep text in binary columns: compared by its bytes, yet text. */
void takeAsText(const TableSchema &table, Column &column)
{
    static const QRegularExpression length(u"\\((\\d+)\\)"_s);
    column.type = ColumnType::Text;
    const auto match = length.match(column.declaredType);
    if (match.hasMatch())
        column.maxLength = match.captured(1).toLongLong();
    if (!table.engine.isEmpty()) {
        column.characterSet = u"binary"_s;
        column.collation = u"binary"_s;
    }
}

void fitNameColumn(const TableSchema &table, const QString &locale, Column &column)
{
    if (!locale.isEmpty()) {
        column.jsonKey = locale;
        column.type = ColumnType::Text;
        column.maxLength = -1;
    } else if (column.type == ColumnType::Binary) {
        takeAsText(table, column);
    } else if (column.type != ColumnType::Text) {
        throw DatabaseError(
            ErrorKind::Refused,
            u"%1.%2 (%3) cannot be the column with the names, because it does not "
            "hold text; correct the mapping."_s.arg(table.name, column.name, column.declaredType));
    }
}

/** The index of @p name among the columns of @p table, which is empty for the vocabulary's own. */
int indexIn(const std::vector<Column> &columns, const QString &table, const QString &name)
{
    for (size_t i = 0; i < columns.size(); ++i) {
        if (columns[i].table == table && columns[i].name == name)
            return static_cast<int>(i);
    }
    return -1;
}

void fillColumns(const TableSchema &own, const TableSchema *names, Vocabulary &vocabulary)
{
    vocabulary.columns = own.columns;
    if (names != nullptr) {
        for (Column column : names->columns) {
            if (column.name == vocabulary.nameTable->key)
                continue;
            column.table = names->name;
            vocabulary.columns.push_back(std::move(column));
        }
    }
    vocabulary.keyColumn = indexIn(vocabulary.columns, {}, vocabulary.keyName);
    const int name =
        names == nullptr ? -1 : indexIn(vocabulary.columns, names->name, vocabulary.nameName);
    vocabulary.nameColumn = name >= 0 ? name : indexIn(vocabulary.columns, {}, vocabulary.nameName);
    fitNameColumn(name >= 0 ? *names : own, vocabulary.nameLocale,
                  vocabulary.columns[static_cast<size_t>(vocabulary.nameColumn)]);
    const int slug = vocabulary.indexOf(vocabulary.slugColumn);
    if (slug >= 0 && !vocabulary.nameLocale.isEmpty()) // names and slugs have the same locales
        vocabulary.columns[static_cast<size_t>(slug)].jsonKey = vocabulary.nameLocale;
}

/** Whether a value of the key stands for one row at most, within the scope. */
bool keyIsUnique(const TableSchema &table, const Vocabulary &vocabulary)
{
    QStringList fixed{vocabulary.keyName};
    for (const ColumnValue &condition : vocabulary.scope)
        fixed << condition.column;
    const auto holds = [&fixed](const QStringList &key) {
        return !key.isEmpty() && std::all_of(key.begin(), key.end(), [&fixed](const QString &part) {
            return fixed.contains(part, Qt::CaseInsensitive);
        });
    };
    return holds(table.primaryKey) ||
           std::any_of(table.uniqueKeys.begin(), table.uniqueKeys.end(),
                       [&holds](const UniqueKey &key) { return holds(key.columns); });
}

bool isOfKnownApplication(const Vocabulary &vocabulary)
{
    return vocabulary.preset != "table"_L1 && vocabulary.preset != "minimal"_L1;
}

bool isListed(const std::vector<Reference> &references, const QString &table, const QString &column)
{
    return std::any_of(references.begin(), references.end(),
                       [&table, &column](const Reference &reference) {
                           return same(reference.table, table) && same(reference.column, column);
                       });
}

/** The foreign keys of one column onto @p table. */
std::vector<ForeignKey> keysOnto(const QString &table, const TableSchema &child)
{
    std::vector<ForeignKey> keys;
    for (const ForeignKey &foreign : child.foreignKeys) {
        if (foreign.columns.size() == 1 && foreign.targetColumns.size() == 1 &&
            same(foreign.table, table))
            keys.push_back(foreign);
    }
    return keys;
}

/** A foreign key of the table onto its own key says which tag is the parent. */
void findHierarchy(const TableSchema &own, Vocabulary &vocabulary)
{
    if (vocabulary.hierarchy)
        return;
    const std::vector<ForeignKey> keys = keysOnto(own.name, own);
    for (const ForeignKey &foreign : keys) {
        const QString column = foreign.columns.constFirst();
        if (!same(foreign.targetColumns.constFirst(), vocabulary.keyName) ||
            same(column, vocabulary.keyName))
            continue;
        const bool isLikelier = column.contains("parent"_L1, Qt::CaseInsensitive);
        if (!vocabulary.hierarchy || isLikelier)
            vocabulary.hierarchy = Hierarchy{MappingFit::column(own, column).name};
    }
}

void addDeclaredReferences(const std::vector<TableSchema> &schema, const TableSchema &own,
                           Vocabulary &vocabulary)
{
    QStringList passed{own.name}; // what stands there is no tagging
    if (vocabulary.nameTable)
        passed << vocabulary.nameTable->table;
    if (vocabulary.hierarchy)
        passed << vocabulary.hierarchy->table;
    for (const TableSchema &child : schema) {
        if (child.foreignKeys.empty() || passed.contains(child.name, Qt::CaseInsensitive) ||
            child.name.startsWith("tagsmith_"_L1, Qt::CaseInsensitive))
            continue;
        const std::vector<ForeignKey> keys = keysOnto(own.name, child);
        for (const ForeignKey &foreign : keys) {
            const Column *target = own.find(foreign.targetColumns.constFirst());
            if (target == nullptr ||
                isListed(vocabulary.references, child.name, foreign.columns.constFirst()))
                continue;
            Reference reference = referenceOf(child, foreign.columns.constFirst());
            if (target->name != vocabulary.keyName)
                reference.target = target->name;
            reference.objectTables = objectTablesOf(schema, child, reference);
            vocabulary.references.push_back(std::move(reference));
        }
    }
}

void noteEngines(const std::vector<TableSchema> &schema, const TableSchema &own,
                 Vocabulary &vocabulary)
{
    vocabulary.transactional = own.transactional;
    QStringList touched;
    if (vocabulary.nameTable)
        touched << vocabulary.nameTable->table;
    if (vocabulary.hierarchy && !vocabulary.hierarchy->table.isEmpty())
        touched << vocabulary.hierarchy->table;
    for (const Reference &reference : vocabulary.references)
        touched << reference.table;
    touched.removeDuplicates();
    touched.removeAll(own.name);
    for (const QString &name : std::as_const(touched)) {
        const TableSchema *table = findTable(schema, name);
        if (table != nullptr && !table->transactional)
            vocabulary.tablesWithoutRollback << name;
    }
}

} // namespace

Vocabulary resolveVocabulary(const std::vector<TableSchema> &schema,
                             const VocabularyMapping &mapping, Lacking lacking)
{
    Vocabulary vocabulary;
    static_cast<VocabularyMapping &>(vocabulary) = mapping;
    if (vocabulary.preset.isEmpty())
        vocabulary.preset = u"table"_s;
    MappingFit fit(schema, lacking);
    fit.fit(vocabulary);
    const TableSchema &own = fit.table();
    if (!isOfKnownApplication(vocabulary) && !keyIsUnique(own, vocabulary)) {
        throw DatabaseError(
            ErrorKind::Refused,
            u"%1.%2 cannot be the key of a tag, because no unique key says that a "
            "value is in one row only; correct the mapping."_s.arg(own.name, vocabulary.keyName));
    }
    fillColumns(own, fit.nameTable(), vocabulary);
    findHierarchy(own, vocabulary);
    addDeclaredReferences(schema, own, vocabulary);
    noteEngines(schema, own, vocabulary);
    return vocabulary;
}

} // namespace tagsmith
