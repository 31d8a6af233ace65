// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/CommandRunner.h"

#include "cli/CommandNames.h"
#include "cli/EditCommands.h"
#include "cli/ExitStatus.h"
#include "cli/HistoryCommand.h"
#include "cli/InitCommand.h"
#include "cli/ReadCommands.h"
#include "cli/StandardInput.h"
#include "cli/TransferCommands.h"
#include "cli/UndoCommand.h"
#include "repository/ProfileStore.h"

#include <QFile>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

/** How often the executor runs an operation before it gives up. */
constexpr int maxAttempts = 5;

} // namespace

CommandRunner::CommandRunner(Invocation invocation, TagRepository &repository,
                             const ProfileStore &profiles, QObject *parent)
    : QObject(parent), m_invocation(std::move(invocation)), m_repository(repository),
      m_profiles(profiles)
{
}

void CommandRunner::start()
{
    if (m_invocation.passwordFromInput ||
        (m_invocation.command == CliCommand::Import && m_invocation.file == "-"_L1))
        readInput();
    else
        begin();
}

void CommandRunner::cancel()
{
    if (m_ended)
        return;
    m_cancelled = true;
    m_token.cancel();
    if (m_readingInput)
        fail({ErrorKind::Cancelled, u"Cancelled; nothing was changed."_s});
}

void CommandRunner::readInput()
{
    const bool wantsData =
        m_invocation.command == CliCommand::Import && m_invocation.file == "-"_L1;
    auto *input = new StandardInput({m_invocation.passwordFromInput, wantsData}, this);
    connect(input, &StandardInput::finished, this,
            [this](const QByteArray &password, const QByteArray &data) {
                m_readingInput = false;
                m_password = password;
                m_inputData = data;
                begin();
            });
    connect(input, &StandardInput::failed, this, &CommandRunner::fail);
    m_readingInput = true;
    input->start();
}

Result<Profile> CommandRunner::chosenProfile() const
{
    if (m_invocation.profile)
        return *m_invocation.profile;
    if (m_invocation.isEmbedded())
        return embeddedProfile();
    const auto found = m_profiles.find(m_invocation.profileName);
    if (found)
        return *found;
    return Error{ErrorKind::Usage,
                 u"There is no recent connection called \"%1\"; name the database with --db."_s.arg(
                     m_invocation.profileName)};
}

void CommandRunner::begin()
{
    const auto profile = chosenProfile();
    if (!profile) {
        fail(profile.error());
        return;
    }
    m_profile = *profile;
    m_profile.password = m_invocation.passwordFromInput ? QString::fromUtf8(m_password)
                                                        : qEnvironmentVariable("TAGSMITH_PASSWORD");
    m_profile.readOnly = m_profile.readOnly || m_invocation.readOnly;
    if (m_profile.readOnly && m_invocation.isWrite() && !m_invocation.dryRun) {
        fail({ErrorKind::ReadOnly,
              u"The connection is read-only, so that %1 was refused; nothing was changed."_s.arg(
                  commandName(m_invocation.command))});
        return;
    }
    runCommand();
}

void CommandRunner::runCommand()
{
    switch (m_invocation.command) {
    case CliCommand::Init: runInit(*this); break;
    case CliCommand::Inspect: runInspect(*this); break;
    case CliCommand::List: runList(*this); break;
    case CliCommand::Add: runAdd(*this); break;
    case CliCommand::Set: runSet(*this); break;
    case CliCommand::Rename: runRename(*this); break;
    case CliCommand::Merge: runMerge(*this); break;
    case CliCommand::Delete: runDelete(*this); break;
    case CliCommand::Import: runImport(*this); break;
    case CliCommand::Export: runExport(*this); break;
    case CliCommand::History: runHistory(*this); break;
    case CliCommand::Undo: runUndo(*this); break;
    case CliCommand::Window: succeed(); break;
    }
}

void CommandRunner::withSource(const std::function<void(const TagSource &)> &use)
{
    if (m_invocation.isEmbedded() && !QFile::exists(m_profile.path)) {
        createEmbedded(use);
    } else if (m_invocation.isEmbedded() && m_invocation.isWrite() && !m_invocation.dryRun) {
        // An older Tagsmith made it without the journal.
        await(m_repository.createJournal(m_profile),
              [this, use](const Receipt &) { openSource(use, m_invocation.vocabulary.isEmpty()); });
    } else {
        openSource(use, m_invocation.isEmbedded() && m_invocation.vocabulary.isEmpty());
    }
}

void CommandRunner::createEmbedded(const std::function<void(const TagSource &)> &use)
{
    // It gets its journal with its table.
    await(m_repository.createVocabulary(m_profile),
          [this, use](const Receipt &) { openSource(use, false); });
}

void CommandRunner::openSource(const std::function<void(const TagSource &)> &use, bool mayCreate)
{
    awaitResult(m_repository.open(m_profile, m_invocation.vocabulary),
                [this, use, mayCreate](const Result<TagSource> &source) {
                    if (source) {
                        TagSource chosen = *source;
                        if (m_invocation.noJournal)
                            chosen.journal = JournalUse::Off;
                        use(chosen);
                    } else if (mayCreate && source.error().kind == ErrorKind::NoVocabulary) {
                        createEmbedded(use);
                    } else {
                        fail(source.error());
                    }
                });
}

void CommandRunner::succeed(int status)
{
    if (m_ended)
        return;
    m_ended = true;
    if (!m_console.flush()) {
        const QString what = m_invocation.isWrite() && !m_invocation.dryRun
                                 ? u"The work is done, but its report could not be written to "
                                   "standard output: %1."_s
                                 : u"Standard output could not be written: %1."_s;
        m_console.reportError({ErrorKind::File, what.arg(m_console.problem())}, false);
        // A write that is committed is done, whoever reads about it.
        if (!m_invocation.isWrite() || m_invocation.dryRun)
            status = exitFailed;
    }
    emit finished(status);
}

void CommandRunner::fail(const Error &error)
{
    if (m_ended)
        return;
    m_ended = true;
    m_console.reportError(inWordsOfCommandLine(error), m_invocation.json);
    // A file that takes no writes has failed; a connection that may not write refuses to.
    const bool isRefused = error.kind == ErrorKind::ReadOnly && m_profile.readOnly;
    emit finished(isRefused ? exitRefused : exitStatusOf(error.kind));
}

Error CommandRunner::inWordsOfCommandLine(const Error &error) const
{
    if (error.kind != ErrorKind::NoJournal)
        return error;
    const bool needsPast =
        m_invocation.command == CliCommand::History || m_invocation.command == CliCommand::Undo;
    const QString message =
        needsPast ? u"The database %1 has no journal, so that nothing is known of earlier "
                    "operations; tagsmith init makes one for those to come."_s
                  : u"The database %1 has no journal, so that this change could not be undone: "
                    "run tagsmith init to make one, or add --no-journal to go without."_s;
    return {ErrorKind::NoJournal, message.arg(m_profile.displayName()), error.nativeCode};
}

void CommandRunner::warnOfNoJournal()
{
    if (m_invocation.noJournal && !m_invocation.dryRun && !m_invocation.json)
        m_console.note(u"Warning: this change is not in the journal and cannot be undone."_s);
}

void CommandRunner::showAttempt(const Progress &progress)
{
    if (m_ended || progress.attempt <= m_attempt || m_invocation.json)
        return;
    m_attempt = progress.attempt;
    m_console.note(u"Trying again (%1 of %2): %3"_s.arg(
        QString::number(progress.attempt), QString::number(maxAttempts), progress.trouble));
}

} // namespace tagsmith
