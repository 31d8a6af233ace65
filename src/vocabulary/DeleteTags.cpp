// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/DeleteTags.h"

#include "core/Error.h"
#include "core/OperationSummary.h"
#include "database/Schema.h"
#include "database/ScopedConnection.h"
#include "database/SqlRecorder.h"
#include "vocabulary/ChosenTags.h"
#include "vocabulary/CollectAftercare.h"
#include "vocabulary/CollectChangedObjects.h"
#include "vocabulary/LiftOrphans.h"
#include "vocabulary/NamingTable.h"
#include "vocabulary/PresetSteps.h"
#include "vocabulary/Protections.h"
#include "vocabulary/ReferenceTable.h"
#include "vocabulary/RemoveTaggings.h"
#include "vocabulary/RemoveTags.h"
#include "vocabulary/RequireAsShown.h"
#include "vocabulary/RequireExpected.h"
#include "vocabulary/RequireUnreferenced.h"
#include "vocabulary/SampleTaggings.h"
#include "vocabulary/SharedNames.h"
#include "vocabulary/TakeTurn.h"
#include "vocabulary/WriteRules.h"

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

bool areSame(const QString &left, const QString &right)
{
    return left.compare(right, Qt::CaseInsensitive) == 0;
}

/** Parents are lifted, not counted. */
bool isHierarchy(const Vocabulary &vocabulary, const Reference &reference)
{
    if (!vocabulary.hierarchy)
        return false;
    const Hierarchy &hierarchy = *vocabulary.hierarchy;
    return areSame(reference.table,
                   hierarchy.table.isEmpty() ? vocabulary.table : hierarchy.table) &&
           areSame(reference.column, hierarchy.column);
}

/** One deletion, with what its steps share. */
class Deletion
{
public:
    Deletion(ScopedConnection &connection, const Vocabulary &vocabulary,
             const std::vector<StoredTag> &tags, Receipt &receipt)
        : m_connection(connection), m_vocabulary(vocabulary), m_tags(tags), m_receipt(receipt),
          m_schema(readSchema(connection)), m_shared(sharedNames(connection, vocabulary, tags))
    {
    }

    /** Counts what refers to the tags. */
    void count()
    {
        forEachReference([this](const ReferenceTable &table, const TagValues &values) {
            const Reference &reference = table.reference();
            ReferenceCount count{reference.table, reference.column};
            count.removed = countRows(table, values);
            m_receipt.references.push_back(count);
            if (reference.role != ReferenceRole::Tagging || count.removed == 0)
                return;
            m_uses << u"%1 in %2"_s.arg(QString::number(count.removed), reference.title());
        });
    }

    void refuseUses() const
    {
        if (m_uses.isEmpty())
            return;
        throw DatabaseError(
            ErrorKind::Refused,
            u"The tags are in use (%1); delete them with their taggings (--with-taggings), or "
            "remove the taggings first."_s.arg(m_uses.join(u", "_s)));
    }

    void run()
    {
        forEachReference([this](const ReferenceTable &table, const TagValues &values) {
            if (table.reference().role != ReferenceRole::Tagging)
                return;
            if (m_receipt.dryRun)
                sampleUsing(table, values, u"removed"_s, m_receipt.samples);
            ChangedObjects changed = collectChangedObjects(table, values);
            if (!changed.rows.empty())
                m_receipt.changedObjects.push_back(std::move(changed));
            removeTaggings(table, values);
        });
        m_receipt.childrenLifted =
            liftOrphans(m_connection, m_vocabulary, m_schema, m_tags, m_receipt);
        requireUnreferenced(m_connection, m_vocabulary, m_schema, m_tags, m_shared);
        m_receipt.tags = onTable(m_vocabulary.table,
                                 [this] { return removeTags(m_connection, m_vocabulary, m_tags); });
    }

private:
    template <class Step>
    void forEachReference(const Step &step)
    {
        for (const Reference &reference : m_vocabulary.references) {
            if (isHierarchy(m_vocabulary, reference))
                continue;
            onTable(reference.table, [&] {
                const TagValues values =
                    ownValues(m_vocabulary, m_tags, reference.target, m_shared);
                step(ReferenceTable(m_connection, m_schema, reference, values.column), values);
            });
        }
    }

    ScopedConnection &m_connection;
    const Vocabulary &m_vocabulary;
    const std::vector<StoredTag> &m_tags;
    Receipt &m_receipt;
    std::vector<TableSchema> m_schema;
    QStringList m_shared;
    QStringList m_uses;
};

/** Addresses that end; another tag of the same slug, in another vocabulary, may live on. */
std::vector<Redirect> endedSlugs(const Vocabulary &vocabulary, const std::vector<StoredTag> &tags)
{
    std::vector<Redirect> redirects;
    const int column = vocabulary.indexOf(vocabulary.slugColumn);
    if (column < 0)
        return redirects;
    for (const StoredTag &tag : tags) {
        const Cell &slug = tag.values[static_cast<size_t>(column)];
        if (slug && !slug->isEmpty())
            redirects.push_back({*slug, {}});
    }
    return redirects;
}

} // namespace

Receipt deleteTags(ScopedConnection &connection, const Vocabulary &vocabulary,
                   const DeleteRequest &request)
{
    requireTransactions(connection, vocabulary);
    if (request.names.isEmpty())
        throw DatabaseError(ErrorKind::Usage, u"No tag to delete was named; name at least one."_s);
    takeTurn(connection);
    requireExpected(connection, vocabulary, request.expected,
                    {{}, [](const QString &, const QString &) { return true; }});
    const std::vector<StoredTag> tags =
        chosenTags(connection, vocabulary, request.names, request.address);
    refuseProtected(connection, vocabulary, u"delete"_s, tags);

    Receipt receipt;
    receipt.kind = u"delete"_s;
    receipt.summary = deleteSummary(namesOf(tags));
    receipt.dryRun = request.dryRun;
    Deletion deletion(connection, vocabulary, tags, receipt);
    deletion.count();
    if (!request.withTaggings)
        deletion.refuseUses();
    {
        const SqlRecorder recorder(connection, receipt.sql);
        const TagOperation operation{receipt.kind, tags};
        const PresetSteps &steps = presetSteps(vocabulary.preset);
        steps.before(connection, vocabulary, operation, receipt);
        deletion.run();
        steps.after(connection, vocabulary, operation, receipt);
    }
    for (AftercareStep &step : collectAftercare(vocabulary, receipt.kind))
        receipt.aftercare.push_back(std::move(step));
    for (Redirect &redirect : endedSlugs(vocabulary, tags))
        receipt.redirects.push_back(std::move(redirect));
    warnOfUnconfirmed(vocabulary, receipt);
    requireAsShown(request.shown, receipt);
    return receipt;
}

} // namespace tagsmith
