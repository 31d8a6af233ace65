// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "repository/TagRepository.h"

#include <functional>
#include <memory>

namespace tagsmith
{

template <class T>
class AnswerRelay;
class JournalConsent;

/**
 * The repository of a window: a write that is refused because there is no journal asks the user
 * (JournalConsent), and then goes on as agreed. With a journal there is neither question nor delay.
 * Where the user works without undo, the receipt of a dry run warns of it.
 */
class ConsentedRepository : public TagRepository
{
    Q_OBJECT

public:
    /** Works with the executor of @p repository. */
    ConsentedRepository(const TagRepository &repository, JournalConsent &consent, QObject *parent);

    Pending<Receipt> add(const TagSource &source, const AddRequest &request) override;
    Pending<Receipt> set(const TagSource &source, const SetRequest &request) override;
    Pending<Receipt> rename(const TagSource &source, const RenameRequest &request) override;
    Pending<Receipt> merge(const TagSource &source, const MergeRequest &request) override;
    Pending<Receipt> remove(const TagSource &source, const DeleteRequest &request) override;
    Pending<ImportAccount> importTags(const TagSource &source,
                                      const ImportRequest &request) override;
    Pending<Receipt> undo(const TagSource &source, const UndoRequest &request) override;

signals:
    /** A write has ended well; the journal may have another operation. */
    void written();

private:
    template <class T>
    using Begin = std::function<Pending<T>(const TagSource &)>;

    Pending<Receipt> consentedReceipt(const TagSource &source, bool dryRun,
                                      const Begin<Receipt> &begin);
    template <class T>
    Pending<T> consented(const TagSource &source, bool dryRun, const Begin<T> &begin);
    template <class T>
    void askAndGoOn(const TagSource &source, const Begin<T> &begin,
                    const std::shared_ptr<AnswerRelay<T>> &relay, const Error &refusal);
    template <class T>
    void finish(AnswerRelay<T> &relay, const Result<T> &answer);

    JournalConsent &m_consent;
};

} // namespace tagsmith
