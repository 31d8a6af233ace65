// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/ConsentedRepository.h"

#include "gui/AnswerRelay.h"
#include "gui/ChangeSummary.h"
#include "gui/JournalConsent.h"

namespace tagsmith
{

using namespace Qt::StringLiterals;

ConsentedRepository::ConsentedRepository(const TagRepository &repository, JournalConsent &consent,
                                         QObject *parent)
    : TagRepository(repository, parent), m_consent(consent)
{
}

template <class T>
void ConsentedRepository::finish(AnswerRelay<T> &relay, const Result<T> &answer)
{
    relay.finish(answer);
    if (answer)
        emit written();
}

/** The journal is missing: the first of two attempts has changed nothing. */
template <class T>
void ConsentedRepository::askAndGoOn(const TagSource &source, const Begin<T> &begin,
                                     const std::shared_ptr<AnswerRelay<T>> &relay,
                                     const Error &refusal)
{
    m_consent.ask(source.profile, [this, source, begin, relay, refusal](bool goesOn) {
        if (!goesOn || relay->isCancelled()) {
            relay->finish(Error{ErrorKind::Cancelled, refusal.message});
            return;
        }
        const Pending<T> second = begin(m_consent.agreed(source));
        relay->follow(second);
        whenProgressed(this, second,
                       [relay](const Progress &progress) { relay->report(progress); });
        whenDone(this, second, [this, relay](const Result<T> &answer) { finish(*relay, answer); });
    });
}

template <class T>
Pending<T> ConsentedRepository::consented(const TagSource &source, bool dryRun,
                                          const Begin<T> &begin)
{
    const Pending<T> first = begin(m_consent.agreed(source));
    if (dryRun)
        return first;
    const auto relay = std::make_shared<AnswerRelay<T>>(first);
    whenProgressed(this, first, [relay](const Progress &progress) { relay->report(progress); });
    whenDone(this, first, [this, source, begin, relay](const Result<T> &answer) {
        if (!answer && answer.error().kind == ErrorKind::NoJournal)
            askAndGoOn(source, begin, relay, answer.error());
        else
            finish(*relay, answer);
    });
    return relay->pending();
}

Pending<Receipt> ConsentedRepository::consentedReceipt(const TagSource &source, bool dryRun,
                                                       const Begin<Receipt> &begin)
{
    const Pending<Receipt> pending = consented<Receipt>(source, dryRun, begin);
    if (!dryRun || !m_consent.isWithoutUndo(source.profile))
        return pending;
    const auto relay = std::make_shared<AnswerRelay<Receipt>>(pending);
    whenDone(this, pending, [relay](const Result<Receipt> &answer) {
        // A plain rename is done without a dialog in which the warning could be read.
        if (!answer || isPlainRename(*answer)) {
            relay->finish(answer);
            return;
        }
        Receipt receipt = *answer;
        receipt.warnings.prepend(tr("This cannot be undone: the database has no tables for undo."));
        relay->finish(receipt);
    });
    return relay->pending();
}

Pending<Receipt> ConsentedRepository::add(const TagSource &source, const AddRequest &request)
{
    return consentedReceipt(source, request.dryRun, [this, request](const TagSource &agreed) {
        return TagRepository::add(agreed, request);
    });
}

Pending<Receipt> ConsentedRepository::set(const TagSource &source, const SetRequest &request)
{
    return consentedReceipt(source, request.dryRun, [this, request](const TagSource &agreed) {
        return TagRepository::set(agreed, request);
    });
}

Pending<Receipt> ConsentedRepository::rename(const TagSource &source, const RenameRequest &request)
{
    return consentedReceipt(source, request.dryRun, [this, request](const TagSource &agreed) {
        return TagRepository::rename(agreed, request);
    });
}

Pending<Receipt> ConsentedRepository::merge(const TagSource &source, const MergeRequest &request)
{
    return consentedReceipt(source, request.dryRun, [this, request](const TagSource &agreed) {
        return TagRepository::merge(agreed, request);
    });
}

Pending<Receipt> ConsentedRepository::remove(const TagSource &source, const DeleteRequest &request)
{
    return consentedReceipt(source, request.dryRun, [this, request](const TagSource &agreed) {
        return TagRepository::remove(agreed, request);
    });
}

Pending<ImportAccount> ConsentedRepository::importTags(const TagSource &source,
                                                       const ImportRequest &request)
{
    return consented<ImportAccount>(source, request.dryRun,
                                    [this, request](const TagSource &agreed) {
                                        return TagRepository::importTags(agreed, request);
                                    });
}

Pending<Receipt> ConsentedRepository::undo(const TagSource &source, const UndoRequest &request)
{
    // Nothing to consent to: without a journal there is nothing to take back.
    const Pending<Receipt> pending = TagRepository::undo(source, request);
    whenDone(this, pending, [this, dryRun = request.dryRun](const Result<Receipt> &answer) {
        if (answer && !dryRun)
            emit written();
    });
    return pending;
}

} // namespace tagsmith
