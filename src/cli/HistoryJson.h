// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/OperationEntry.h"

#include <QJsonObject>

namespace tagsmith
{

/** {"operations":[…],"hasMore","journal":{"operations","bytes"},"retention":{…}} */
QJsonObject historyJson(const HistoryPage &page, const JournalState &state);
/** {"operation":{…},"changes":[{"table","key","before","after"}],"leftOut"} */
QJsonObject operationJson(const OperationDetails &details);
/** {"days","megabytes"}; 0: without limit. */
QJsonObject retentionJson(const Retention &retention);

} // namespace tagsmith
