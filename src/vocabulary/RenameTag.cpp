// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/RenameTag.h"

#include "core/Error.h"
#include "core/OperationSummary.h"
#include "database/Schema.h"
#include "database/ScopedConnection.h"
#include "database/SqlRecorder.h"
#include "database/Statement.h"
#include "vocabulary/ChosenTags.h"
#include "vocabulary/CollectAftercare.h"
#include "vocabulary/CollectChangedObjects.h"
#include "vocabulary/ForeignKeyPause.h"
#include "vocabulary/NameFollowers.h"
#include "vocabulary/NamingTable.h"
#include "vocabulary/PresetSteps.h"
#include "vocabulary/Protections.h"
#include "vocabulary/ReferenceTable.h"
#include "vocabulary/RenameKey.h"
#include "vocabulary/RequireAsShown.h"
#include "vocabulary/RequireExpected.h"
#include "vocabulary/SharedNames.h"
#include "vocabulary/TagUpdate.h"
#include "vocabulary/TakeTurn.h"
#include "vocabulary/UniqueSlug.h"
#include "vocabulary/WriteRules.h"

#include <algorithm>
#include <numeric>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

/** Whether both may not have the same name: they agree in the columns that go with it. */
bool areRivals(const Vocabulary &vocabulary, const StoredTag &left, const StoredTag &right)
{
    return std::all_of(vocabulary.nameCompanions.begin(), vocabulary.nameCompanions.end(),
                       [&](const QString &companion) {
                           const int column = vocabulary.indexOf(companion);
                           return column < 0 || left.values[static_cast<size_t>(column)] ==
                                                    right.values[static_cast<size_t>(column)];
                       });
}

/** Whether @p newName is only another spelling of the tag's own name; throws Conflict. */
bool requireFree(const StoredTags &stored, const Vocabulary &vocabulary, const StoredTag &tag,
                 const QString &newName)
{
    bool isOnlySpelling = false;
    const auto found = stored.findAll({newName}, vocabulary.nameField());
    if (found.empty())
        return false;
    for (const StoredTag &twin : found.begin()->second) {
        if (twin.key == tag.key) {
            isOnlySpelling = true;
        } else if (areRivals(vocabulary, tag, twin)) {
            throw DatabaseError(
                ErrorKind::Conflict,
                u"“%1” exists already as another tag; merge “%2” into it, or choose another name."_s
                    .arg(twin.name, tag.name));
        }
    }
    return isOnlySpelling;
}

/** The column of the slugs, or -1 where the request wants none. */
int requireSlugColumn(const Vocabulary &vocabulary, const RenameRequest &request)
{
    if (!request.newSlug)
        return -1;
    const int column = vocabulary.indexOf(vocabulary.slugColumn);
    if (column < 0) {
        throw DatabaseError(
            ErrorKind::Usage,
            u"The tags of %1 have no slug; rename without a new one."_s.arg(vocabulary.name));
    }
    return column;
}

void warnOfSharing(ScopedConnection &connection, const Vocabulary &vocabulary, const StoredTag &tag,
                   Receipt &receipt)
{
    if (!sharedNames(connection, vocabulary, {tag}).isEmpty())
        receipt.warnings << sharedNameWarning(vocabulary, tag.name);
}

/** Changes the name where it stands. */
void renameRow(ScopedConnection &connection, const Vocabulary &vocabulary,
               const NameFollowers &followers, const StoredTag &tag, const QString &newName)
{
    const QString &table =
        vocabulary.nameField().table.isEmpty() ? vocabulary.table : vocabulary.nameField().table;
    const auto update = [&] {
        onTable(table, [&] {
            TagUpdate(connection, vocabulary, {vocabulary.nameColumn}).run(tag.key, {newName});
        });
    };
    if (followers.isEmpty()) {
        update();
        return;
    }
    // The references first: on SQLite one that is left behind would be refused or emptied.
    const ForeignKeyPause pause(connection);
    followers.move(tag.name, newName);
    update();
}

void changeSlug(ScopedConnection &connection, const Vocabulary &vocabulary, int slugColumn,
                const StoredTag &tag, const QString &newKey, const QString &newName,
                Receipt &receipt)
{
    const QString slug = uniqueSlug(connection, vocabulary, newName, newKey);
    const Cell &oldSlug = tag.values[static_cast<size_t>(slugColumn)];
    if (slug == oldSlug)
        return;
    TagUpdate(connection, vocabulary, {slugColumn}).run(newKey, {slug});
    if (oldSlug && !oldSlug->isEmpty())
        receipt.redirects.push_back({*oldSlug, slug});
}

/** Whoever uses the tag shows its new name: a search index has to take these objects anew. */
void collectObjects(ScopedConnection &connection, const Vocabulary &vocabulary,
                    const StoredTag &tag, Receipt &receipt)
{
    if (vocabulary.references.empty())
        return;
    const std::vector<TableSchema> schema = readSchema(connection);
    for (const Reference &reference : vocabulary.references) {
        if (reference.role != ReferenceRole::Tagging || reference.table == vocabulary.table)
            continue;
        onTable(reference.table, [&] {
            const TagValues values = ownValues(vocabulary, {tag}, reference.target, {});
            const ReferenceTable table(connection, schema, reference, values.column);
            ChangedObjects changed = collectChangedObjects(table, values);
            if (!changed.rows.empty())
                receipt.changedObjects.push_back(std::move(changed));
        });
    }
}

} // namespace

Receipt renameTag(ScopedConnection &connection, const Vocabulary &vocabulary,
                  const RenameRequest &request)
{
    requireTransactions(connection, vocabulary);
    takeTurn(connection);
    const int slugColumn = requireSlugColumn(vocabulary, request);
    requireExpected(connection, vocabulary, request.expected,
                    {{{vocabulary.nameField().name, request.newName}}});
    const StoredTag tag = chosenTag(connection, vocabulary, request.oldName, request.address);
    std::vector<int> allColumns(vocabulary.columns.size());
    std::iota(allColumns.begin(), allColumns.end(), 0);
    const StoredTags stored(connection, vocabulary, allColumns);
    requireName(stored, vocabulary, request.newName);
    refuseProtected(connection, vocabulary, u"rename"_s, {tag});
    const bool isOnlySpelling = requireFree(stored, vocabulary, tag, request.newName);
    const NameFollowers followers(connection, vocabulary);
    followers.requireFits(request.newName);
    const bool isAllByItself = vocabulary.keyIsName()
                                   ? !isOnlySpelling && !followers.referenceToMove()
                                   : followers.isEmpty();
    if (!isAllByItself) // then we do with foreign keys what the database would not check
        followers.requireNoOthers(tag.name);

    Receipt receipt;
    receipt.kind = u"rename"_s;
    receipt.summary = renameSummary(tag.name, request.newName);
    receipt.tags = 1;
    receipt.dryRun = request.dryRun;
    receipt.references = followers.count(tag.name);
    warnOfSharing(connection, vocabulary, tag, receipt);
    collectObjects(connection, vocabulary, tag, receipt);

    const SqlRecorder recorder(connection, receipt.sql);
    const PresetSteps &steps = presetSteps(vocabulary.preset);
    const TagOperation operation{receipt.kind, {tag}, std::nullopt, request.newName};
    steps.before(connection, vocabulary, operation, receipt);
    if (vocabulary.keyIsName()) {
        renameKey(connection, vocabulary, followers, tag.key, request.newName, isOnlySpelling);
    } else {
        renameRow(connection, vocabulary, followers, tag, request.newName);
    }
    if (slugColumn >= 0) {
        changeSlug(connection, vocabulary, slugColumn, tag,
                   vocabulary.keyIsName() ? request.newName : tag.key, request.newName, receipt);
    }
    steps.after(connection, vocabulary, operation, receipt);
    for (AftercareStep &step : collectAftercare(vocabulary, receipt.kind))
        receipt.aftercare.push_back(std::move(step));
    if (vocabulary.keyIsName())
        warnOfUnconfirmed(vocabulary, receipt);
    requireAsShown(request.shown, receipt);
    return receipt;
}

} // namespace tagsmith
