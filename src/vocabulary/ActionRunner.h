// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ImportLine.h"
#include "core/Receipt.h"
#include "core/Vocabulary.h"
#include "vocabulary/ActionRecord.h"
#include "vocabulary/StoredTags.h"

#include <QString>

namespace tagsmith
{

class ScopedConnection;

/** What became of one action. */
struct ActionOutcome
{
    LineVerdict verdict = LineVerdict::Rejected;
    QString equalName;      ///< of an add: the tag that is there already
    Row values;             ///< of an add or a set, in the order of the columns that the file fills
    Row stored;             ///< the same columns of the tag that is there, before; else empty
    QString reason;         ///< of a rejected one: a sentence
    Receipt receipt;        ///< of one that changed something
    bool isStopped = false; ///< the name exists, and the import is to fail then
};

/**
 * Does the actions of a sheet one by one, each as the command of its name does it, in the open
 * transaction.
 */
class ActionRunner
{
public:
    /** @p columns: those that the file fills, as indices. */
    ActionRunner(ScopedConnection &connection, const Vocabulary &vocabulary,
                 const std::vector<int> &columns, const ImportRequest &request);

    /**
     * Does @p action whole, or not at all; @p values: what the file has for the columns. Throws
     * DatabaseError where the sheet cannot go on: see tryChange().
     */
    ActionOutcome run(const ActionRecord &action, const Row &values);

private:
    void add(const ActionRecord &action);
    void set(const ActionRecord &action, const StoredTag &tag);
    void rename(const ActionRecord &action);
    void takeExisting(const ActionRecord &action, const StoredTag &tag);
    void note(const StoredTag &tag);
    bool changes(const ActionRecord &action, const StoredTag &tag) const;

    ScopedConnection &m_connection;
    const Vocabulary &m_vocabulary;
    std::vector<int> m_columns;
    OnExisting m_onExisting;
    bool m_withTaggings;
    ActionOutcome m_outcome;
};

} // namespace tagsmith
