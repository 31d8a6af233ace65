// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/SetTag.h"

#include "core/OperationSummary.h"
#include "database/ScopedConnection.h"
#include "database/SqlRecorder.h"
#include "vocabulary/ChosenTags.h"
#include "vocabulary/RequireExpected.h"
#include "vocabulary/SharedNames.h"
#include "vocabulary/TagUpdate.h"
#include "vocabulary/WriteRules.h"

#include <algorithm>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

/** An old slug that stands in addresses no more. */
void noteRedirect(const Vocabulary &vocabulary, const StoredTag &tag, int column, const Cell &value,
                  Receipt &receipt)
{
    const Cell &before = tag.values[static_cast<size_t>(column)];
    if (column == vocabulary.indexOf(vocabulary.slugColumn) && before && !before->isEmpty() &&
        before != value)
        receipt.redirects.push_back({*before, value.value_or(QString())});
}

} // namespace

Receipt setTag(ScopedConnection &connection, const Vocabulary &vocabulary,
               const SetRequest &request)
{
    requireTransactions(connection, vocabulary);
    const std::vector<int> columns = requireColumns(vocabulary, request.values);
    requireExpected(connection, vocabulary, request.expected, {request.values});
    const StoredTag tag = chosenTag(connection, vocabulary, request.name, request.address);

    Receipt receipt;
    receipt.kind = u"set"_s;
    receipt.dryRun = request.dryRun;
    if (columns.empty())
        return receipt;
    const bool reachesNameTable =
        std::any_of(columns.begin(), columns.end(), [&vocabulary](int column) {
            return !vocabulary.columns[static_cast<size_t>(column)].table.isEmpty();
        });
    if (reachesNameTable && !sharedNames(connection, vocabulary, {tag}).isEmpty())
        receipt.warnings << sharedNameWarning(vocabulary, tag.name);

    Row values;
    QStringList names;
    for (size_t i = 0; i < columns.size(); ++i) {
        values.push_back(request.values[i].value);
        names << vocabulary.columns[static_cast<size_t>(columns[i])].name;
        noteRedirect(vocabulary, tag, columns[i], request.values[i].value, receipt);
    }
    const SqlRecorder recorder(connection, receipt.sql);
    if (!TagUpdate(connection, vocabulary, columns).run(tag.key, values))
        throw missingTag(request.name, request.address);
    receipt.tags = 1;
    receipt.summary = setSummary(names, tag.name);
    return receipt;
}

} // namespace tagsmith
