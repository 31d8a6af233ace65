// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Vocabulary.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace tagsmith
{

/** A table that a mapping may name, for the user to choose from. */
struct TableOutline
{
    QString name;
    QStringList columns;
};

/** What a mapping finds in the database: counts that tell whether it is right. */
struct MappingTrial
{
    struct ReferenceTrial
    {
        QString title;       ///< "taggings.tag_id"
        qint64 taggings = 0; ///< rows that name a tag of the vocabulary
        qint64 dangling = 0; ///< rows that name none (in a shared table: of another vocabulary)
    };
    struct CounterTrial
    {
        QString column;
        qint64 right = 0; ///< tags whose counter is what its rule counts
        qint64 wrong = 0;
    };

    Vocabulary vocabulary; ///< the mapping, resolved, with suggestions
    qint64 tags = 0;
    qint64 equalNames = 0;   ///< tags whose name equals another's
    QStringList sampleNames; ///< at most five
    std::vector<ReferenceTrial> references;
    std::vector<CounterTrial> counters;
};

} // namespace tagsmith
