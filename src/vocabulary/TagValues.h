// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Column.h"
#include "vocabulary/StoredTags.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace tagsmith
{

/** How many values one condition names at most; more are dealt with in several statements. */
constexpr qsizetype maxListedValues = 500;

/** By what the tags of a merge are named in another table: the values of one of their columns. */
struct TagValues
{
    Column column; ///< of the vocabulary's table
    QStringList sources;
    QString target;
};

/** The value of the column @p target (empty: the key) of @p tag, whose values are all there. */
Cell tagValue(const Vocabulary &vocabulary, const StoredTag &tag, const QString &target);

/**
 * The values of the column @p column (empty: the key). A source without one, or with the target's
 * own, is left out, and so is what ownValues() leaves out. Throws DatabaseError (Refused) where the
 * target has none and a source has.
 */
TagValues tagValues(const Vocabulary &vocabulary, const std::vector<StoredTag> &sources,
                    const StoredTag &target, const QString &column, const QStringList &shared);

/**
 * The values of the column @p column (empty: the key) of @p tags as sources, without a target; such
 * of @p shared are left out where that column names rows of the name table (sharedNames()).
 */
TagValues ownValues(const Vocabulary &vocabulary, const std::vector<StoredTag> &tags,
                    const QString &column, const QStringList &shared);

/** @p values in parts of at most maxListedValues. */
std::vector<QStringList> inParts(const QStringList &values);

/** "?, ?, ?" for @p count values. */
QString marks(qsizetype count);

} // namespace tagsmith
