// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/OperationEntry.h"
#include "core/Receipt.h"

class QAbstractItemModel;

namespace tagsmith
{

/** What was done in two lines: its summary; when, by whom, in which vocabulary, how many rows. */
QString operationHeadline(const OperationEntry &entry);

/** How many of the operation's rows are listed, where that is worth a sentence. */
QString rowsNote(const OperationDetails &details);

/** The whole for the clipboard; @p rows is the table in which they are shown. */
QString operationText(const OperationDetails &details, const QAbstractItemModel &rows);

/** What an undo would do, from its dry run. */
QString undoOutcome(const Receipt &receipt);

/** The same where rows are in conflict. */
QString conflictOutcome(const std::vector<RowConflict> &conflicts);

} // namespace tagsmith
