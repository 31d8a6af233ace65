// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/OperationEntry.h"

#include <QString>

namespace tagsmith
{

/** A line for each operation, the newest first; times are local. */
QString historyText(const HistoryPage &page, bool withVocabulary);
/** One operation, with its rows as they were and as they became. */
QString operationText(const OperationDetails &details);
/** "The journal keeps operations for 30 days, up to 100 MB in all" */
QString retentionText(const Retention &retention);
/** @p time here, to the minute. */
QString localTime(const QDateTime &time);

} // namespace tagsmith
