// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/MergeTags.h"

#include "core/Error.h"
#include "core/OperationSummary.h"
#include "database/Schema.h"
#include "database/ScopedConnection.h"
#include "database/SqlRecorder.h"
#include "vocabulary/ChosenTags.h"
#include "vocabulary/CollectAftercare.h"
#include "vocabulary/CollectChangedObjects.h"
#include "vocabulary/LiftChildren.h"
#include "vocabulary/MoveTaggings.h"
#include "vocabulary/NamingTable.h"
#include "vocabulary/PresetSteps.h"
#include "vocabulary/Protections.h"
#include "vocabulary/RecountUses.h"
#include "vocabulary/ReferenceTable.h"
#include "vocabulary/RemoveTaggings.h"
#include "vocabulary/RemoveTags.h"
#include "vocabulary/RequireAsShown.h"
#include "vocabulary/RequireExpected.h"
#include "vocabulary/RequireFits.h"
#include "vocabulary/RequireUnreferenced.h"
#include "vocabulary/SharedNames.h"
#include "vocabulary/TakeTurn.h"
#include "vocabulary/WriteRules.h"

#include <algorithm>
#include <utility>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

/** One merge, with what its steps share. */
class Merging
{
public:
    Merging(ScopedConnection &connection, const Vocabulary &vocabulary, const StoredTag &target,
            const std::vector<StoredTag> &sources, Receipt &receipt)
        : m_connection(connection), m_vocabulary(vocabulary), m_target(target), m_sources(sources),
          m_receipt(receipt), m_schema(readSchema(connection)),
          m_shared(sharedNames(connection, vocabulary, sources))
    {
    }

    void run()
    {
        std::vector<Reference> references = m_vocabulary.references;
        addSelfReferences(references);
        for (const Reference &reference : references) {
            if (!isHierarchy(reference))
                onTable(reference.table, [&] { move(reference); });
        }
        const QString parents = m_vocabulary.hierarchy && !m_vocabulary.hierarchy->table.isEmpty()
                                    ? m_vocabulary.hierarchy->table
                                    : m_vocabulary.table;
        m_receipt.childrenLifted = onTable(parents, [&] {
            return liftChildren(m_connection, m_vocabulary, m_schema, m_sources, m_target,
                                m_receipt);
        });
        requireUnreferenced(m_connection, m_vocabulary, m_schema, m_sources, m_shared);
        m_receipt.tags = onTable(m_vocabulary.table,
                                 [&] { return removeTags(m_connection, m_vocabulary, m_sources); });
        m_receipt.counters = recountUses(m_connection, m_vocabulary, m_schema, m_target);
    }

private:
    bool isOwnTable(const QString &table) const
    {
        return table.compare(m_vocabulary.table, Qt::CaseInsensitive) == 0;
    }

    /** The vocabulary lists no foreign key of its table onto itself, since none is a tagging. */
    void addSelfReferences(std::vector<Reference> &references) const
    {
        const TableSchema *own = findTable(m_schema, m_vocabulary.table);
        if (!own)
            return;
        for (const ForeignKey &key : own->foreignKeys) {
            if (!isOwnTable(key.table) || key.columns.size() != 1 || key.targetColumns.size() != 1)
                continue;
            Reference reference;
            reference.table = m_vocabulary.table;
            reference.column = key.columns.constFirst();
            reference.target = key.targetColumns.constFirst();
            const Column *column = own->find(reference.column);
            reference.nullable = column && column->nullable;
            const bool isKnown =
                std::any_of(references.begin(), references.end(), [&](const Reference &other) {
                    return isOwnTable(other.table) &&
                           other.column.compare(reference.column, Qt::CaseInsensitive) == 0;
                });
            if (!isKnown)
                references.push_back(reference);
        }
    }

    bool isHierarchy(const Reference &reference) const
    {
        if (!m_vocabulary.hierarchy)
            return false;
        const Hierarchy &hierarchy = *m_vocabulary.hierarchy;
        const QString &table = hierarchy.table.isEmpty() ? m_vocabulary.table : hierarchy.table;
        return reference.table.compare(table, Qt::CaseInsensitive) == 0 &&
               reference.column.compare(hierarchy.column, Qt::CaseInsensitive) == 0;
    }

    void move(const Reference &reference)
    {
        if (isOwnTable(reference.table)) {
            m_receipt.references.push_back(moveSelfReference(
                m_connection, m_vocabulary, m_schema, reference, m_sources, m_target, m_receipt));
            return;
        }
        const TagValues tags =
            tagValues(m_vocabulary, m_sources, m_target, reference.target, m_shared);
        const ReferenceTable table(m_connection, m_schema, reference, tags.column);
        requireTargetFits(table, tags);
        if (reference.role == ReferenceRole::Tagging) {
            ChangedObjects changed = collectChangedObjects(table, tags);
            if (!changed.rows.empty())
                m_receipt.changedObjects.push_back(std::move(changed));
        }
        m_receipt.references.push_back(moveTaggings(table, tags, m_receipt));
    }

    /** A narrow column would cut the target's name, or SQLite's hold more than it declares. */
    void requireTargetFits(const ReferenceTable &table, const TagValues &tags) const
    {
        if (tags.column.type != ColumnType::Text)
            return;
        try {
            requireFits(m_connection, *table.schema().find(table.reference().column), tags.target);
        } catch (const DatabaseError &) {
            if (countRows(table, tags) > 0)
                throw;
        }
    }

    ScopedConnection &m_connection;
    const Vocabulary &m_vocabulary;
    const StoredTag &m_target;
    const std::vector<StoredTag> &m_sources;
    Receipt &m_receipt;
    std::vector<TableSchema> m_schema;
    QStringList m_shared;
};

std::vector<StoredTag> withoutTarget(std::vector<StoredTag> tags, const StoredTag &target)
{
    std::erase_if(tags, [&target](const StoredTag &tag) { return tag.key == target.key; });
    if (tags.empty()) {
        throw DatabaseError(
            ErrorKind::Refused,
            u"“%1” would be merged into itself, which changes nothing; choose another tag to merge "
            "or another target."_s.arg(target.name));
    }
    return tags;
}

std::vector<Redirect> redirects(const Vocabulary &vocabulary, const std::vector<StoredTag> &sources,
                                const StoredTag &target)
{
    std::vector<Redirect> list;
    if (vocabulary.slugColumn.isEmpty())
        return list;
    const QString to = tagValue(vocabulary, target, vocabulary.slugColumn).value_or(QString());
    for (const StoredTag &source : sources) {
        const Cell from = tagValue(vocabulary, source, vocabulary.slugColumn);
        if (from && from != to)
            list.push_back({*from, to});
    }
    return list;
}

} // namespace

Receipt mergeTags(ScopedConnection &connection, const Vocabulary &vocabulary,
                  const MergeRequest &request)
{
    requireTransactions(connection, vocabulary);
    if (request.sources.isEmpty())
        throw DatabaseError(ErrorKind::Usage, u"No tag to merge was named; name at least one."_s);
    takeTurn(connection);
    const auto isSource = [&request](const QString &key, const QString &name) {
        return (request.address == TagAddress::Key ? key : name) != request.target;
    };
    requireExpected(connection, vocabulary, request.expected, {{}, isSource});
    const StoredTag target = chosenTag(connection, vocabulary, request.target, request.address);
    const std::vector<StoredTag> sources =
        withoutTarget(chosenTags(connection, vocabulary, request.sources, request.address), target);
    refuseProtected(connection, vocabulary, u"merge"_s, sources);

    Receipt receipt;
    receipt.kind = u"merge"_s;
    receipt.summary = mergeSummary(namesOf(sources), target.name);
    receipt.dryRun = request.dryRun;
    {
        const SqlRecorder recorder(connection, receipt.sql);
        const TagOperation operation{receipt.kind, sources, target};
        const PresetSteps &steps = presetSteps(vocabulary.preset);
        steps.before(connection, vocabulary, operation, receipt);
        Merging(connection, vocabulary, target, sources, receipt).run();
        steps.after(connection, vocabulary, operation, receipt);
    }
    for (AftercareStep &step : collectAftercare(vocabulary, receipt.kind))
        receipt.aftercare.push_back(std::move(step));
    for (Redirect &redirect : redirects(vocabulary, sources, target))
        receipt.redirects.push_back(std::move(redirect));
    warnOfUnconfirmed(vocabulary, receipt);
    requireAsShown(request.shown, receipt);
    return receipt;
}

} // namespace tagsmith
