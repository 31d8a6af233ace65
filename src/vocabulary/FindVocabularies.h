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
 * The vocabularies of the connection's database: every table with the minimal shape, that is, with
 * one text column as its primary key. The default table `tags` comes first.
 */
std::vector<Vocabulary> findVocabularies(ScopedConnection &connection);

/** A vocabulary, and the names of all that stand beside it in the database, its own among them. */
struct VocabularyChoice
{
    Vocabulary chosen;
    QStringList names;
};

/**
 * The vocabulary called @p name, or the first one where @p name is empty. Throws DatabaseError
 * (NoVocabulary) that says what is missing: the table, or its key.
 */
VocabularyChoice chooseVocabulary(ScopedConnection &connection, const QString &name);

/** The vocabulary of chooseVocabulary() alone. */
Vocabulary findVocabulary(ScopedConnection &connection, const QString &name);

} // namespace tagsmith
