// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/MappingFit.h"

#include "core/Error.h"
#include "vocabulary/ReferenceObjects.h"

#include <algorithm>
#include <utility>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

enum class Family { Text, Number, Time, Binary };

Family familyOf(const Column &column)
{
    switch (column.type) {
    case ColumnType::Integer:
    case ColumnType::Real: return Family::Number;
    case ColumnType::DateTime: return Family::Time;
    case ColumnType::Binary: return Family::Binary;
    case ColumnType::Text: break;
    }
    return Family::Text;
}

/** SQLite's columns without a type take anything. */
bool canHold(const Column &column, const Column &target)
{
    return column.declaredType.isEmpty() || target.declaredType.isEmpty() ||
           familyOf(column) == familyOf(target);
}

void fitColumn(const TableSchema &table, QString &name)
{
    name = MappingFit::column(table, name).name;
}

void fitValues(const TableSchema &table, std::vector<ColumnValue> &values)
{
    for (ColumnValue &value : values)
        fitColumn(table, value.column);
}

QString typeOf(const Column &column)
{
    return column.declaredType.isEmpty() ? u"no type"_s : column.declaredType;
}

} // namespace

MappingFit::MappingFit(const std::vector<TableSchema> &schema, Lacking lacking)
    : m_schema(schema), m_lacking(lacking)
{
}

void MappingFit::fit(Vocabulary &vocabulary)
{
    fitIdentity(vocabulary);
    fitEach(vocabulary.nameCompanions, [this](QString &column) { fitTagColumn(column); });
    QStringList slug;
    if (!vocabulary.slugColumn.isEmpty())
        slug << vocabulary.slugColumn;
    fitEach(slug, [this](QString &column) { fitTagColumn(column); });
    vocabulary.slugColumn = slug.value(0);
    fitEach(vocabulary.references,
            [this, &vocabulary](Reference &reference) { fitReference(vocabulary, reference); });
    fitEach(vocabulary.counters, [this](Counter &counter) { fitCounter(counter); });
    fitEach(vocabulary.protections, [this](Protection &protection) { fitProtection(protection); });
    std::vector<Hierarchy> hierarchy;
    if (vocabulary.hierarchy)
        hierarchy.push_back(*vocabulary.hierarchy);
    fitEach(hierarchy, [this](Hierarchy &parent) { fitHierarchy(parent); });
    vocabulary.hierarchy.reset();
    if (!hierarchy.empty())
        vocabulary.hierarchy = hierarchy.front();
}

const Column &MappingFit::column(const TableSchema &table, const QString &column)
{
    if (const Column *found = table.find(column))
        return *found;
    throw DatabaseError(ErrorKind::Missing,
                        u"The table %1 has no column \"%2\" (any more); correct the mapping."_s.arg(
                            table.name, column));
}

const TableSchema &MappingFit::tableOf(QString &name) const
{
    const TableSchema *found = findTable(m_schema, name);
    if (found == nullptr) {
        throw DatabaseError(
            ErrorKind::Missing,
            u"There is no table \"%1\" in this database (any more); correct the mapping."_s.arg(
                name));
    }
    name = found->name;
    return *found;
}

/** The vocabulary's table, or the name table where only that has the column. */
const TableSchema &MappingFit::holderOf(const QString &column) const
{
    const bool isOfNames =
        m_names != nullptr && m_own->find(column) == nullptr && m_names->find(column) != nullptr;
    return isOfNames ? *m_names : *m_own;
}

void MappingFit::fitTagColumn(QString &column) const
{
    fitColumn(holderOf(column), column);
}

void MappingFit::fitIdentity(Vocabulary &vocabulary)
{
    m_own = &tableOf(vocabulary.table);
    fitColumn(*m_own, vocabulary.keyName);
    if (vocabulary.nameTable) {
        NameTable &names = *vocabulary.nameTable;
        m_names = &tableOf(names.table);
        fitColumn(*m_names, names.key);
        fitColumn(*m_own, names.tagColumn);
    }
    const bool isOfNames = m_names != nullptr && m_names->find(vocabulary.nameName) != nullptr;
    fitColumn(isOfNames ? *m_names : *m_own, vocabulary.nameName);
    fitValues(*m_own, vocabulary.scope);
}

void MappingFit::fitReference(const Vocabulary &vocabulary, Reference &reference) const
{
    const TableSchema &child = tableOf(reference.table);
    fitColumn(child, reference.column);
    if (!reference.target.isEmpty())
        fitColumn(*m_own, reference.target);
    if (reference.target == vocabulary.keyName)
        reference.target.clear();
    const Column &target =
        column(*m_own, reference.target.isEmpty() ? vocabulary.keyName : reference.target);
    const Column &holder = column(child, reference.column);
    const Reference facts = referenceOf(child, reference.column);
    if (!facts.declared && !canHold(holder, target)) {
        throw DatabaseError(
            ErrorKind::Refused,
            u"%1 (%2) cannot hold what %3.%4 (%5) has; correct the mapping."_s.arg(
                reference.title(), typeOf(holder), m_own->name, target.name, typeOf(target)));
    }
    reference.nullable = facts.nullable;
    reference.declared = facts.declared;
    reference.onUpdate = facts.onUpdate;
    reference.onDelete = facts.onDelete;
    fitValues(child, reference.scope);
    fitObjects(child, reference.objects);
    if (reference.objects.empty())
        reference.objects = facts.objects;
    fitEach(reference.objectTables,
            [this, &child](ObjectTable &object) { fitObjectTable(child, object); });
    if (reference.objectTables.empty())
        reference.objectTables = objectTablesOf(m_schema, child, reference);
}

/** A version that lacks a column of a key has the key without it (tenant of acts-as-taggable-on).
 */
void MappingFit::fitObjects(const TableSchema &table, std::vector<ObjectKey> &objects) const
{
    for (ObjectKey &object : objects)
        fitEach(object.columns, [&table](QString &column) { fitColumn(table, column); });
    std::erase_if(objects, [](const ObjectKey &object) { return object.columns.isEmpty(); });
}

void MappingFit::fitObjectTable(const TableSchema &table, ObjectTable &object) const
{
    const TableSchema &objects = tableOf(object.table);
    fitColumn(objects, object.key);
    fitColumn(objects, object.label);
    fitColumn(table, object.linkColumn);
    fitValues(table, object.where);
}

void MappingFit::fitCounter(Counter &counter) const
{
    fitColumn(*m_own, counter.column);
    const TableSchema &child = tableOf(counter.referenceTable);
    fitColumn(child, counter.referenceColumn);
    if (counter.objectTable.isEmpty())
        return;
    const TableSchema &objects = tableOf(counter.objectTable);
    fitColumn(objects, counter.objectKey);
    fitColumn(child, counter.linkColumn);
    fitValues(objects, counter.objectWhere);
}

void MappingFit::fitHierarchy(Hierarchy &hierarchy) const
{
    if (!hierarchy.target.isEmpty())
        fitColumn(*m_own, hierarchy.target);
    if (hierarchy.table.isEmpty()) {
        fitColumn(*m_own, hierarchy.column);
        return;
    }
    const TableSchema &parents = tableOf(hierarchy.table);
    fitColumn(parents, hierarchy.column);
    fitColumn(parents, hierarchy.childColumn);
}

void MappingFit::fitProtection(Protection &protection) const
{
    for (ColumnValue &value : protection.where)
        fitTagColumn(value.column);
    if (!protection.target.isEmpty())
        fitTagColumn(protection.target);
    if (protection.table.isEmpty())
        return;
    const TableSchema &other = tableOf(protection.table);
    fitColumn(other, protection.tableColumn);
    fitValues(other, protection.tableWhere);
}

template <class Items, class Fit>
void MappingFit::fitEach(Items &items, const Fit &fit) const
{
    Items fitting;
    for (auto &item : items) {
        try {
            fit(item);
            fitting.push_back(std::move(item));
        } catch (const DatabaseError &) {
            if (m_lacking == Lacking::Refuse)
                throw;
        }
    }
    items = std::move(fitting);
}

} // namespace tagsmith
