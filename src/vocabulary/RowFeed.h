// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ImportRequest.h"
#include "core/Vocabulary.h"
#include "transfer/RecordReader.h"
#include "vocabulary/RecordCorrections.h"
#include "vocabulary/RecordRows.h"
#include "vocabulary/RowsAhead.h"

namespace tagsmith
{

/** Reads the records of a file, corrected and as checked rows, a batch at a time. */
class RowFeed
{
public:
    /** What is passed outlives this; see RecordRows for @p keepsRecords. */
    RowFeed(RecordReader &reader, const Vocabulary &vocabulary, const ResolvedMapping &mapping,
            const ImportRequest &request, bool keepsRecords);

    /** Reads some rows, as RowsAhead::Read; throws what the reader and the corrections throw. */
    bool read(ReadRows &rows);

    /** How many names each rule has changed. */
    const NameRuleCounts &ruleCounts() const { return m_rows.ruleCounts(); }

private:
    RecordReader &m_reader;
    RecordCorrections m_corrections;
    RecordRows m_rows;
    Record m_record;
    bool m_isAtEnd = false;
};

} // namespace tagsmith
