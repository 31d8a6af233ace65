// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "repository/JournaledWrite.h"

#include "repository/CurrentAuthor.h"
#include "vocabulary/History.h"
#include "vocabulary/Journal.h"

#include <QUuid>

namespace tagsmith
{

JournaledWrite::JournaledWrite(const TagSource &source, bool dryRun)
    : m_id(dryRun ? QString() : QUuid::createUuid().toString(QUuid::WithoutBraces)),
      m_vocabulary(source.vocabulary.name),
      m_isJournaled(!dryRun && source.journal == JournalUse::Required), m_dryRun(dryRun)
{
}

WriteOptions JournaledWrite::options() const
{
    WriteOptions options;
    options.mode = m_dryRun ? WriteMode::DryRun : WriteMode::Commit;
    options.operationId = m_id;
    if (m_isJournaled)
        options.wasCommitted = isInJournal;
    return options;
}

QString JournaledWrite::run(ScopedConnection &connection, const EntryKind &kind,
                            const std::function<QString(Journal *)> &work) const
{
    if (!m_isJournaled) {
        work(nullptr);
        return m_id;
    }
    const QString vocabulary = kind.vocabulary.isEmpty() ? m_vocabulary : kind.vocabulary;
    Journal journal(connection, {m_id, kind.kind, vocabulary, currentAuthor(), kind.undoes});
    const QString summary = work(&journal);
    if (!kind.isLeftOutIfEmpty)
        journal.finish(summary);
    else if (!journal.finishUnlessEmpty(summary))
        return {};
    return m_id;
}

} // namespace tagsmith
