// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Vocabulary.h"
#include "database/Schema.h"
#include "vocabulary/ResolveVocabulary.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace tagsmith
{

/**
 * Fits the parts of one mapping to the tables of a database: names get the spelling that the
 * database has, references their facts. A part that does not fit is left out or refused. Lives
 * shorter than the schema.
 */
class MappingFit
{
public:
    MappingFit(const std::vector<TableSchema> &schema, Lacking lacking);

    /** Fits everything in @p vocabulary but its columns. Throws DatabaseError (Missing, Refused).
     */
    void fit(Vocabulary &vocabulary);

    const TableSchema &table() const { return *m_own; }
    const TableSchema *nameTable() const { return m_names; }

    /** The column @p column of @p table, or DatabaseError (Missing). */
    static const Column &column(const TableSchema &table, const QString &column);

private:
    const TableSchema &tableOf(QString &name) const;
    const TableSchema &holderOf(const QString &column) const;
    void fitIdentity(Vocabulary &vocabulary);
    void fitReference(const Vocabulary &vocabulary, Reference &reference) const;
    void fitObjects(const TableSchema &table, std::vector<ObjectKey> &objects) const;
    void fitObjectTable(const TableSchema &table, ObjectTable &object) const;
    void fitCounter(Counter &counter) const;
    void fitHierarchy(Hierarchy &hierarchy) const;
    void fitProtection(Protection &protection) const;
    void fitTagColumn(QString &column) const;

    template <class Items, class Fit>
    void fitEach(Items &items, const Fit &fit) const;

    const std::vector<TableSchema> &m_schema;
    Lacking m_lacking;
    const TableSchema *m_own = nullptr;
    const TableSchema *m_names = nullptr;
};

} // namespace tagsmith
