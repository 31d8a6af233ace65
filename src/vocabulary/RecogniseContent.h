// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Vocabulary.h"
#include "transfer/RecordReader.h"

namespace tagsmith
{

/**
 * Whether the file of @p source is read as merges where nobody chose its content or its format:
 * where each of its first 200 lines has the form "source -> target". Lines "target: source" have to
 * be asked for, since names may have colons. @p reader: the file as it is read otherwise; none of
 * its records is taken. Throws DatabaseError (File).
 */
bool areMergeLines(const ImportSource &source, const RecordReader &reader);

/**
 * Whether a file with the columns @p fileColumns is an action sheet: one of them is called "action"
 * and is no column of @p vocabulary, and one holds the names.
 */
bool isActionSheet(const Vocabulary &vocabulary, const QStringList &fileColumns);

} // namespace tagsmith
