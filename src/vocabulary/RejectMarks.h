// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Vocabulary.h"
#include "transfer/RejectWriter.h"

#include <QStringList>

namespace tagsmith
{

/**
 * The columns of a file of rejected records that stand before those of the imported file: "line"
 * and "reason", or with "rejected" before them where the file or the table has a column so called.
 */
RejectColumns rejectMarks(const QStringList &fileColumns, const Vocabulary &vocabulary);

/** @p fileColumns without the two that a file of rejected records has in front, if it is one. */
QStringList withoutRejectMarks(const QStringList &fileColumns);

} // namespace tagsmith
