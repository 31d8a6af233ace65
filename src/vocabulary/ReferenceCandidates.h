// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Vocabulary.h"
#include "database/Schema.h"

#include <QHash>
#include <QString>
#include <QStringList>

#include <vector>

namespace tagsmith
{

/** A column that by its name and type may hold tags of a vocabulary. */
struct ReferenceCandidate
{
    const TableSchema *table = nullptr;
    const Column *column = nullptr;
    bool isTelling = false; ///< the name says which table is meant: tag_id for `tags`
    QStringList targets;    ///< what it may hold: "" for the key, the name column; likelier first
};

/**
 * Looks candidates up by name, so that a database of many tables is walked once and not once for
 * each vocabulary. Lives shorter than the schema.
 */
class ReferenceCandidates
{
public:
    explicit ReferenceCandidates(const std::vector<TableSchema> &schema);

    /** The candidates for @p vocabulary that it does not know as references; telling ones first. */
    std::vector<ReferenceCandidate> of(const Vocabulary &vocabulary) const;

private:
    struct Place
    {
        const TableSchema *table = nullptr;
        const Column *column = nullptr;
    };

    void collect(const Vocabulary &vocabulary, const QStringList &names, bool isTelling,
                 std::vector<ReferenceCandidate> &found) const;

    QHash<QString, std::vector<Place>> m_places; ///< by the column's name, without case and _
};

} // namespace tagsmith
