// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/LoadTags.h"

#include "cli/CommandRunner.h"

#include <numeric>

namespace tagsmith
{

namespace
{

Arrangement everyRow(const SnapshotPtr &snapshot)
{
    Arrangement tags{
        snapshot, std::vector<std::uint32_t>(static_cast<size_t>(snapshot->rowCount())), {}};
    std::iota(tags.order.begin(), tags.order.end(), 0U);
    return tags;
}

} // namespace

void loadTags(CommandRunner &runner, const TagSource &source,
              const std::function<void(const Arrangement &)> &use)
{
    const int keyColumn = source.vocabulary.keyColumn;
    runner.await(runner.repository().load(source),
                 [&runner, keyColumn, use](const SnapshotPtr &snapshot) {
                     if (runner.invocation().filter.isEmpty()) {
                         use(everyRow(snapshot));
                         return;
                     }
                     ArrangementRequest request;
                     request.filter = runner.invocation().filter;
                     runner.await(runner.repository().rearrange({}, snapshot, keyColumn, request),
                                  [use](const ArrangementChange &change) { use(change.next); });
                 });
}

} // namespace tagsmith
