// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ColumnValue.h"
#include "core/ExpectedTag.h"
#include "core/RowConflict.h"
#include "core/Vocabulary.h"
#include "gui/ChosenTag.h"

#include <QString>

#include <vector>

namespace tagsmith
{

/** The columns in which what was chosen differs from what is stored, as chosen. */
std::vector<ColumnValue> chosenValues(const RowResolution &resolution);

/** The value of @p column in one version of a row; NULL where it is not there. */
Cell valueIn(const RowConflict &conflict, const std::optional<Row> &version, const QString &column);

/** The tag @p key as it is stored now, for the next try to be decided on. */
ExpectedTag expectTheirs(const RowConflict &conflict, const QString &key);

/** @p tags with the names that they were shown with. */
std::vector<ExpectedTag> expectNames(const ChosenTags &tags, const Vocabulary &vocabulary);

/** The key of the tag that a row of @p vocabulary's conflicts is about. */
QString keyOf(const RowConflict &conflict, const Vocabulary &vocabulary);

/** @p tags as they are called by now; without those that are gone. */
ChosenTags asTheyAreNow(const ChosenTags &tags, const std::vector<RowConflict> &conflicts,
                        const Vocabulary &vocabulary);

/** @p tags without those in @p conflicts. */
ChosenTags withoutConflicts(const ChosenTags &tags, const std::vector<RowConflict> &conflicts,
                            const Vocabulary &vocabulary);

/** What has become of the tags in @p conflicts, a line for each of the first ones. */
QString describeConflicts(const std::vector<RowConflict> &conflicts, const Vocabulary &vocabulary);

} // namespace tagsmith
