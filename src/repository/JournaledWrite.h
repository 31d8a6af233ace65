// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "async/WriteOptions.h"
#include "repository/TagRepository.h"

#include <QString>

#include <functional>

namespace tagsmith
{

class Journal;
class ScopedConnection;

/** The kind of an entry in the journal, and the operation that it takes back, if any. */
struct EntryKind
{
    QString kind;
    QString undoes = {};           ///< id
    QString vocabulary = {};       ///< in whose history it stands; empty: the source's
    bool isLeftOutIfEmpty = false; ///< whether there is no entry where nothing was changed
};

/**
 * One write on a source: its UUID, which is the same in every try, and whether the journal takes
 * it. A value, copied to the worker.
 */
class JournaledWrite
{
public:
    JournaledWrite(const TagSource &source, bool dryRun);

    /** Empty for a dry run, which leaves nothing that an id could name. */
    const QString &id() const { return m_id; }
    WriteOptions options() const;

    /**
     * Runs @p work with the journal's entry (null where there is none), and closes the entry with
     * the summary that it answers. On the worker, in the transaction of the write. Answers with
     * the id, or with nothing where there was nothing to keep an entry of.
     */
    QString run(ScopedConnection &connection, const EntryKind &kind,
                const std::function<QString(Journal *)> &work) const;

private:
    QString m_id;
    QString m_vocabulary;
    bool m_isJournaled;
    bool m_dryRun;
};

} // namespace tagsmith
