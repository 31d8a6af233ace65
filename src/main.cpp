// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "async/DatabaseExecutor.h"
#include "cli/CommandLine.h"
#include "cli/ExitStatus.h"
#include "cli/RunCommandLine.h"
#include "cli/UnixSignals.h"
#include "database/DriverAnchor.h"
#include "database/DropDriverWarnings.h"
#include "gui/DesktopPrompts.h"
#include "gui/MainWindow.h"
#include "repository/ProfileStore.h"
#include "repository/TagRepository.h"

#include <QApplication>
#include <QIcon>

#include <clocale>
#include <cstdlib>
#include <cstring>

#include <langinfo.h>

using namespace Qt::StringLiterals;
using namespace tagsmith;

namespace
{

/** Qt takes every text of the system for UTF-8, and warns on standard error where it is not. */
void useUtf8()
{
    std::setlocale(LC_ALL, "");
    if (std::strcmp(nl_langinfo(CODESET), "UTF-8") == 0)
        return;
    if (const char *all = std::getenv("LC_ALL")) {
        setenv("LANG", all, 1);
        unsetenv("LC_ALL");
    }
    setenv("LC_CTYPE", "C.UTF-8", 1);
}

QStringList argumentList(int argc, char **argv)
{
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments << QString::fromLocal8Bit(argv[i]);
    return arguments;
}

void nameApplication()
{
    QCoreApplication::setApplicationName(u"tagsmith"_s);
    QCoreApplication::setApplicationVersion(QLatin1StringView(TAGSMITH_VERSION));
}

bool hasDisplay()
{
    return !qEnvironmentVariableIsEmpty("DISPLAY") ||
           !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY") ||
           !qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM");
}

Error noDisplay()
{
    return {ErrorKind::Usage, u"There is no display for the window; on the command line "
                              "tagsmith import FILE imports tags, and tagsmith --help tells the "
                              "rest."_s};
}

/** The profile that the window opens first. */
Result<Profile> firstProfile(const Invocation &invocation, const ProfileStore &profiles)
{
    Profile profile = embeddedProfile();
    if (invocation.profile) {
        profile = *invocation.profile;
    } else if (!invocation.isEmbedded()) {
        const auto found = profiles.find(invocation.profileName);
        if (!found) {
            return Error{ErrorKind::Usage, u"There is no recent connection called \"%1\"."_s.arg(
                                               invocation.profileName)};
        }
        profile = *found;
    }
    profile.password = qEnvironmentVariable("TAGSMITH_PASSWORD");
    profile.readOnly = profile.readOnly || invocation.readOnly;
    return profile;
}

/** Joins the worker threads; by now every connection has to be closed. */
void finishWork(DatabaseExecutor &executor)
{
    executor.waitForDone();
    const QStringList left = DriverAnchor::leftoverConnections();
    if (!left.isEmpty())
        qCritical("Connections were left open, please report it: %s",
                  qPrintable(left.join(u", "_s)));
}

int runCommand(int argc, char **argv, const Invocation &invocation)
{
    const QCoreApplication app(argc, argv);
    // In the order in which they have to go again, the last one first.
    const DriverAnchor anchor;
    DatabaseExecutor executor;
    TagRepository repository(executor);
    const ProfileStore profiles;
    const int status = runCommandLine(invocation, repository, profiles);
    finishWork(executor);
    return status;
}

int runWindow(int argc, char **argv, const Invocation &invocation)
{
    const QApplication app(argc, argv);
    QGuiApplication::setApplicationDisplayName(u"Tagsmith"_s);
    QGuiApplication::setDesktopFileName(u"io.github.tagsmith.Tagsmith"_s);
    QGuiApplication::setWindowIcon(QIcon(u":/icons/tagsmith.svg"_s));

    ProfileStore profiles;
    const auto profile = firstProfile(invocation, profiles);
    if (!profile)
        return reportUsageError(profile.error(), {});

    const DriverAnchor anchor;
    DatabaseExecutor executor;
    TagRepository repository(executor);
    int status = 0;
    {
        DesktopPrompts prompts;
        MainWindow window(repository, profiles, prompts);
        const UnixSignals unixSignals;
        QObject::connect(&unixSignals, &UnixSignals::stopRequested, &window, &QWidget::close);
        window.show();
        window.openProfile(*profile, invocation.vocabulary);
        status = QApplication::exec();
    }
    finishWork(executor);
    return status;
}

} // namespace

int main(int argc, char **argv)
{
    useUtf8();
    const QStringList arguments = argumentList(argc, argv);
    nameApplication();
    dropDriverWarnings();
    const auto invocation = parseCommandLine(arguments);
    if (!invocation)
        return reportUsageError(invocation.error(), arguments);
    if (invocation->help || invocation->version)
        return printAbout(*invocation);
    if (invocation->command != CliCommand::Window)
        return runCommand(argc, argv, *invocation);
    if (!hasDisplay())
        return reportUsageError(noDisplay(), arguments);
    return runWindow(argc, argv, *invocation);
}
