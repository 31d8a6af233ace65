// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/RowConflict.h"

#include <vector>

namespace tagsmith
{

enum class RowVersion { Before, Yours, Theirs };

/**
 * What the user has chosen for one row in conflict: nothing at first, so that it is skipped and
 * theirs stays. Where a version lacks the row, the choice is one for the whole row.
 */
class ConflictChoice
{
public:
    explicit ConflictChoice(RowConflict conflict);

    const RowConflict &conflict() const { return m_conflict; }
    /** The row in one version; nothing where it is not there. */
    const std::optional<Row> &row(RowVersion version) const;
    Cell cell(RowVersion version, int field) const;
    int fieldCount() const { return static_cast<int>(m_conflict.columns.size()); }

    /** Whether a version lacks the row. */
    bool isForWholeRow() const { return m_wholeRow; }
    /** Whether the versions differ in @p field. */
    bool differs(int field) const;

    void skip() { m_skipped = true; }
    bool isSkipped() const { return m_skipped; }
    /** Takes every field from @p version. */
    void chooseAll(RowVersion version);
    /** Takes @p field from @p version; of a skipped row the others are then theirs. */
    void choose(int field, RowVersion version);
    RowVersion chosen(int field) const { return m_fields[static_cast<size_t>(field)]; }
    /** The version that all fields that differ are taken from; nothing where it is a mixture. */
    std::optional<RowVersion> single() const;

    /** What the row shall become; nothing: it shall not be there. */
    std::optional<Row> composed() const;
    /** Nothing where the row is skipped, or stays as it is. */
    std::optional<RowResolution> resolution() const;

private:
    RowConflict m_conflict;
    std::vector<RowVersion> m_fields; ///< never empty
    bool m_wholeRow;
    bool m_skipped = true;
};

} // namespace tagsmith
