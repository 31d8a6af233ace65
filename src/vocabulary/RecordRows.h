// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ImportRequest.h"
#include "core/Vocabulary.h"
#include "vocabulary/ImportBatch.h"
#include "vocabulary/ImportMapping.h"
#include "vocabulary/NameCorrections.h"

#include <QStringView>

#include <vector>

namespace tagsmith
{

/** Why a row cannot be stored; nothing where it can. */
struct RowProblem
{
    QString reason;
    QString column; ///< of the table, with the wrong value; empty: the record as a whole
};

/**
 * Turns the records of a file into rows to store: applies the rules for names, divides a cell with
 * several names, corrects single ones of these, fills in the constants, and checks what can be
 * checked without the database.
 */
class RecordRows
{
public:
    /** @p keepsRecords: each row has the record that it was made of. */
    RecordRows(const Vocabulary &vocabulary, const ResolvedMapping &mapping,
               const ImportRequest &request, bool keepsRecords);

    /** Goes on to @p record, which outlives the calls of next() for it; it has at least one row. */
    void begin(const Record &record);
    /**
     * The next row of the record, and what is wrong with it; false at the end. A row that cannot be
     * stored has its name and values too, as far as there are any.
     */
    bool next(ImportRow &row, RowProblem &problem);

    /** How many names each rule has changed so far. */
    const NameRuleCounts &ruleCounts() const { return m_ruleCounts; }

private:
    Cell takeName(ImportRow &row);
    Record recordOf(size_t position) const;
    RowProblem problemOf(const Cell &name) const;
    RowProblem dividedName(size_t position) const;
    void readValues();

    const Vocabulary &m_vocabulary;
    const ResolvedMapping &m_mapping;
    NameRules m_rules;
    bool m_hasRules;
    QString m_listSeparator;
    NameCorrections m_corrections;
    bool m_keepsRecords;
    NameRuleCounts m_ruleCounts;

    const Record *m_record = nullptr;
    std::vector<QStringView> m_names; ///< of a cell with a list
    bool m_isCorrected = false;       ///< one of m_names is another one than in the file
    size_t m_position = 0;
    size_t m_count = 0;
    bool m_hasValues = false;
    Row m_values;
    RowProblem m_valueProblem;
};

} // namespace tagsmith
