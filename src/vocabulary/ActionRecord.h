// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ColumnValue.h"
#include "vocabulary/ActionColumns.h"
#include "vocabulary/ImportBatch.h"
#include "vocabulary/RecordRows.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace tagsmith
{

/** What one record of an action sheet asks for. */
struct ActionRecord
{
    enum class Kind { Add, Set, Rename, Merge, Delete };
    Kind kind = Kind::Add;
    QString word;                    ///< that says the kind, as it stands there
    QStringList names;               ///< several only for a merge
    QString target;                  ///< of a rename or a merge
    std::vector<ColumnValue> values; ///< of an add or a set: of the cells that are not NULL
    RowProblem problem;              ///< why it cannot be done; nothing where it can be tried
};

/** Turns the records of an action sheet into actions, with the rules for names applied. */
class ActionRecords
{
public:
    ActionRecords(const Vocabulary &vocabulary, const ActionColumns &columns,
                  const ImportRequest &request, ImportContent content);

    /** The action of @p record; @p row gets its line, names and values, also of a wrong one. */
    ActionRecord read(const Record &record, ImportRow &row);
    /** The records, each with one of the names, that are to be corrected instead of @p record. */
    std::vector<Record> divided(const Record &record) const;

    /** How many names each rule has changed so far. */
    const NameRuleCounts &ruleCounts() const { return m_ruleCounts; }

private:
    QStringList namesIn(const Cell &cell) const;
    QString byRules(const QString &name);
    void readValues(const Record &record, ActionRecord &action, ImportRow &row) const;
    RowProblem problemOf(const ActionRecord &action, const Cell &name) const;

    const Vocabulary &m_vocabulary;
    ActionColumns m_columns;
    NameRules m_rules;
    QString m_separator; ///< between the sources of a merge; empty: a cell is one name
    NameRuleCounts m_ruleCounts;
};

} // namespace tagsmith
