// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Vocabulary.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace tagsmith
{

class ScopedConnection;

/**
 * The vocabularies of a database: those the user has saved for it (@p saved), those of known
 * applications, and every further table with a unique text column; the likeliest first. Throws
 * DatabaseError.
 */
std::vector<Vocabulary> findVocabularies(ScopedConnection &connection,
                                         const std::vector<VocabularyMapping> &saved = {});

/** The vocabulary that was asked for, and the names of all there are. */
struct VocabularyChoice
{
    Vocabulary chosen;
    QStringList names;
};

/**
 * The vocabulary called @p name (letter case does not count), or the likeliest one where it is
 * empty, with suggestions. Throws DatabaseError: NoVocabulary with the reason.
 */
VocabularyChoice chooseVocabulary(ScopedConnection &connection, const QString &name,
                                  const std::vector<VocabularyMapping> &saved = {});
/** The same without the names. */
Vocabulary findVocabulary(ScopedConnection &connection, const QString &name);

} // namespace tagsmith
