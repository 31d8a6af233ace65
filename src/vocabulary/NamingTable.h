// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Error.h"
#include "core/Vocabulary.h"

#include <QString>

namespace tagsmith
{

/** @p error with a sentence that names @p table; as it is where no table is to blame. */
DatabaseError namingTable(const QString &table, const Error &error);

/** The same for a statement on the tags themselves: names their table or that of their names. */
DatabaseError namingTags(const Vocabulary &vocabulary, const Error &error);

/** What @p work returns; an error of its statements gets a sentence that names @p table. */
template <class Work>
auto onTable(const QString &table, const Work &work)
{
    try {
        return work();
    } catch (const DatabaseError &failure) {
        throw namingTable(table, failure.error());
    }
}

/** The same for statements on the tags themselves. */
template <class Work>
auto onTags(const Vocabulary &vocabulary, const Work &work)
{
    try {
        return work();
    } catch (const DatabaseError &failure) {
        throw namingTags(vocabulary, failure.error());
    }
}

} // namespace tagsmith
