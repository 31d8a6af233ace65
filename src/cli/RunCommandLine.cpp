// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/RunCommandLine.h"

#include "cli/CommandRunner.h"
#include "cli/Console.h"
#include "cli/ExitStatus.h"
#include "cli/HelpText.h"
#include "cli/UnixSignals.h"

#include <QCoreApplication>
#include <QTimer>

namespace tagsmith
{

using namespace Qt::StringLiterals;

int runCommandLine(const Invocation &invocation, TagRepository &repository,
                   const ProfileStore &profiles)
{
    CommandRunner runner(invocation, repository, profiles);
    const UnixSignals unixSignals;
    QObject::connect(&unixSignals, &UnixSignals::stopRequested, &runner, &CommandRunner::cancel);
    int status = exitFailed;
    QObject::connect(&runner, &CommandRunner::finished, &repository, [&](int code) {
        status = code;
        repository.beginShutdown();
    });
    // Queued, because drained() may come while exec() has not begun.
    QObject::connect(&repository, &TagRepository::drained, qApp, &QCoreApplication::quit,
                     Qt::QueuedConnection);
    QTimer::singleShot(0, &runner, &CommandRunner::start);
    QCoreApplication::exec();
    return status;
}

int reportUsageError(const Error &error, const QStringList &arguments)
{
    Console().reportError(error, arguments.contains("--json"_L1));
    return exitStatusOf(error.kind);
}

int printAbout(const Invocation &invocation)
{
    Console console;
    if (invocation.version)
        console.print(u"tagsmith %1\n"_s.arg(QLatin1StringView(TAGSMITH_VERSION)));
    else
        console.print(helpText(invocation.command));
    return console.flush() ? exitDone : exitFailed;
}

} // namespace tagsmith
