// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/CommandRunner.h"

#include "cli/EditCommands.h"
#include "cli/ExitStatus.h"
#include "cli/InitCommand.h"
#include "cli/ReadCommands.h"
#include "cli/StandardInput.h"
#include "cli/TransferCommands.h"
#include "repository/ProfileStore.h"

#include <QFile>

namespace tagsmith
{

using namespace Qt::StringLiterals;

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
    case CliCommand::Window: succeed(); break;
    }
}

void CommandRunner::withSource(const std::function<void(const TagSource &)> &use)
{
    if (m_invocation.isEmbedded() && !QFile::exists(m_profile.path))
        createEmbedded(use);
    else
        openSource(use, m_invocation.isEmbedded() && m_invocation.vocabulary.isEmpty());
}

void CommandRunner::createEmbedded(const std::function<void(const TagSource &)> &use)
{
    await(m_repository.createVocabulary(m_profile),
          [this, use](const Receipt &) { openSource(use, false); });
}

void CommandRunner::openSource(const std::function<void(const TagSource &)> &use, bool mayCreate)
{
    awaitResult(m_repository.open(m_profile, m_invocation.vocabulary),
                [this, use, mayCreate](const Result<TagSource> &source) {
                    if (source)
                        use(*source);
                    else if (mayCreate && source.error().kind == ErrorKind::NoVocabulary)
                        createEmbedded(use);
                    else
                        fail(source.error());
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
    m_console.reportError(error, m_invocation.json);
    emit finished(exitStatusOf(error.kind));
}

} // namespace tagsmith
