// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/Console.h"
#include "cli/Invocation.h"
#include "core/Pending.h"
#include "repository/TagRepository.h"

#include <QObject>

#include <functional>
#include <utility>

namespace tagsmith
{

class ProfileStore;

/**
 * Carries one command out: finds its database, starts its operations one after another, and says
 * at the end with which status the program exits. Cancel stops the operation that runs.
 */
class CommandRunner : public QObject
{
    Q_OBJECT

public:
    CommandRunner(Invocation invocation, TagRepository &repository, const ProfileStore &profiles,
                  QObject *parent = nullptr);

    /** Begins; finished() follows once, not necessarily later. */
    void start();
    /** The running operation is rolled back, and the status is exitCancelled. */
    void cancel();

    // What the commands use.
    const Invocation &invocation() const { return m_invocation; }
    const Profile &profile() const { return m_profile; }
    TagRepository &repository() { return m_repository; }
    Console &console() { return m_console; }
    /** Standard input, without the password's line; for `import -`. */
    const QByteArray &inputData() const { return m_inputData; }

    /** Opens the vocabulary, makes the embedded one where it is missing, and calls @p use. */
    void withSource(const std::function<void(const TagSource &)> &use);
    /** Calls @p use with the answer; an error ends the command. */
    template <class T, class Use>
    void await(const Pending<T> &pending, Use use);
    /** As above, but @p done gets the error as well. */
    template <class T, class Done>
    void awaitResult(const Pending<T> &pending, Done done);

    /** The command is done and its answer printed. */
    void succeed(int status = 0);
    void fail(const Error &error);
    /** Says, for people, that what was just done cannot be undone, if that is so. */
    void warnOfNoJournal();

signals:
    void finished(int status);

private:
    Result<Profile> chosenProfile() const;
    void readInput();
    void begin();
    void runCommand();
    Error inWordsOfCommandLine(const Error &error) const;
    void showAttempt(const Progress &progress);
    void createEmbedded(const std::function<void(const TagSource &)> &use);
    void openSource(const std::function<void(const TagSource &)> &use, bool mayCreate);

    Invocation m_invocation;
    TagRepository &m_repository;
    const ProfileStore &m_profiles;
    Console m_console;
    Profile m_profile;
    QByteArray m_password;
    QByteArray m_inputData;
    CancelToken m_token; ///< of the operation that runs
    int m_attempt = 1;   ///< the newest one of the running operation that was told about
    bool m_cancelled = false;
    bool m_readingInput = false;
    bool m_ended = false;
};

template <class T, class Done>
void CommandRunner::awaitResult(const Pending<T> &pending, Done done)
{
    m_token = pending.token;
    // The wish to cancel may have come between two operations.
    if (m_cancelled)
        m_token.cancel();
    m_attempt = 1;
    whenProgressed(this, pending, [this](const Progress &progress) { showAttempt(progress); });
    whenDone(this, pending, std::move(done));
}

template <class T, class Use>
void CommandRunner::await(const Pending<T> &pending, Use use)
{
    awaitResult(pending, [this, use = std::move(use)](const Result<T> &result) {
        if (result)
            use(*result);
        else
            fail(result.error());
    });
}

} // namespace tagsmith
