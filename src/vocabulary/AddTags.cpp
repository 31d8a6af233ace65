// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/AddTags.h"

#include "core/Error.h"
#include "core/OperationSummary.h"
#include "database/ScopedConnection.h"
#include "database/SqlRecorder.h"
#include "vocabulary/StoredTags.h"
#include "vocabulary/TagInsert.h"
#include "vocabulary/WriteRules.h"

#include <algorithm>
#include <numeric>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

/** What the new tags will have in the columns that go with the name, as far as it is known. */
std::vector<ColumnValue> companionsOfNewTags(const Vocabulary &vocabulary,
                                             const AddRequest &request,
                                             const std::vector<int> &columns)
{
    std::vector<ColumnValue> known = valuesOfNewTags(vocabulary, columns);
    known.insert(known.end(), request.values.begin(), request.values.end());
    std::erase_if(known, [&vocabulary](const ColumnValue &value) {
        return !vocabulary.nameCompanions.contains(value.column, Qt::CaseInsensitive);
    });
    return known;
}

/** The stored tag that keeps a new one from being called @p name. */
std::optional<StoredTag> findTwin(const StoredTags &stored, const Vocabulary &vocabulary,
                                  const QString &name, const std::vector<ColumnValue> &companions)
{
    const auto found = stored.findAll({name}, vocabulary.nameField());
    if (found.empty())
        return std::nullopt;
    for (const StoredTag &twin : found.begin()->second) {
        const bool differs =
            std::any_of(companions.begin(), companions.end(), [&](const ColumnValue &companion) {
                const auto column = static_cast<size_t>(vocabulary.indexOf(companion.column));
                return twin.values[column] != companion.value;
            });
        if (!differs)
            return twin;
    }
    return std::nullopt;
}

/** Throws Conflict where there is such a tag. */
void requireNew(const StoredTags &stored, const Vocabulary &vocabulary, const QString &name,
                const std::vector<ColumnValue> &companions)
{
    const auto twin = findTwin(stored, vocabulary, name, companions);
    if (!twin)
        return;
    const QString detail = twin->name == name ? QString() : u" (as “%1”)"_s.arg(twin->name);
    throw DatabaseError(ErrorKind::Conflict,
                        u"“%1” exists already%2; choose another name."_s.arg(name, detail));
}

std::vector<int> allColumnsOf(const Vocabulary &vocabulary)
{
    std::vector<int> columns(vocabulary.columns.size());
    std::iota(columns.begin(), columns.end(), 0);
    return columns;
}

} // namespace

Receipt addTags(ScopedConnection &connection, const Vocabulary &vocabulary,
                const AddRequest &request)
{
    requireTransactions(connection, vocabulary);
    requireAdding(vocabulary);
    const std::vector<int> columns = requireColumns(vocabulary, request.values);
    const auto companions = companionsOfNewTags(vocabulary, request, columns);
    Row values;
    for (const ColumnValue &value : request.values)
        values.push_back(value.value);

    Receipt receipt;
    receipt.kind = u"add"_s;
    receipt.summary = addSummary(request.names);
    receipt.tags = request.names.size();
    receipt.dryRun = request.dryRun;
    const StoredTags stored(connection, vocabulary, allColumnsOf(vocabulary));
    const SqlRecorder recorder(connection, receipt.sql);
    TagInsert insert(connection, vocabulary, columns);
    for (const QString &name : request.names) {
        requireName(stored, vocabulary, name);
        requireNew(stored, vocabulary, name, companions);
        insert.run(name, values);
    }
    insert.announce();
    return receipt;
}

std::optional<StoredTag> tagInTheWay(ScopedConnection &connection, const Vocabulary &vocabulary,
                                     const AddRequest &request)
{
    const std::vector<int> columns = requireColumns(vocabulary, request.values);
    return findTwin(StoredTags(connection, vocabulary, allColumnsOf(vocabulary)), vocabulary,
                    request.names.constFirst(), companionsOfNewTags(vocabulary, request, columns));
}

} // namespace tagsmith
