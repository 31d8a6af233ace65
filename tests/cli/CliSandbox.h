// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "support/TestDatabase.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QProcessEnvironment>
#include <QTemporaryDir>

#include <unistd.h>

namespace tagsmith
{

/** What one run of the program left behind. */
struct CliRun
{
    int status = -1; ///< -1: it did not end by itself
    QString out;
    QString err;

    QJsonObject json() const { return QJsonDocument::fromJson(out.toUtf8()).object(); }
    QJsonObject error() const { return json().value(QStringLiteral("error")).toObject(); }
    QString errorKind() const { return error().value(QStringLiteral("kind")).toString(); }
    /** Everything at once, to be shown where a check fails. */
    QByteArray report() const
    {
        return QStringLiteral("status %1\nout: %2\nerr: %3")
            .arg(QString::number(status), out.left(4000), err.left(4000))
            .toUtf8();
    }
    /** One line "tagsmith: …" on standard error, that ends as a sentence does. */
    bool hasOneSentence() const
    {
        return err.startsWith(QStringLiteral("tagsmith: ")) && err.count(u'\n') == 1 &&
               err.endsWith(QStringLiteral(".\n"));
    }
};

/** A user's home of its own for the real program, without a display; gone with the object. */
class CliSandbox
{
public:
    CliSandbox() { QFile::setPermissions(m_folder.path(), readableByAll()); }

    QString path(const QString &name) const { return m_folder.filePath(name); }
    QString embeddedFile() const { return path(QStringLiteral("data/tagsmith/tagsmith.sqlite")); }

    /** Writes a file and returns its path. */
    QString write(const QString &name, const QByteArray &content) const
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("%s cannot be written.", qPrintable(file.fileName()));
        return file.fileName();
    }
    static QByteArray read(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QProcessEnvironment environment() const
    {
        auto environment = QProcessEnvironment::systemEnvironment();
        for (const char *name :
             {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "TAGSMITH_PASSWORD"})
            environment.remove(QString::fromLatin1(name));
        environment.insert(QStringLiteral("HOME"), path(QStringLiteral("home")));
        environment.insert(QStringLiteral("XDG_DATA_HOME"), path(QStringLiteral("data")));
        environment.insert(QStringLiteral("XDG_CONFIG_HOME"), path(QStringLiteral("config")));
        environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), m_folder.path());
        return environment;
    }

    /** Runs the program to its end. */
    CliRun run(const QStringList &arguments, const QByteArray &input = {},
               const QString &outputFile = {}) const
    {
        QProcess process;
        process.setProcessEnvironment(environment());
        return finish(process, program(), arguments, input, outputFile);
    }
    /** The same on @p database. */
    CliRun runOn(const TestDatabase &database, const QStringList &arguments,
                 const QByteArray &input = {}) const
    {
        return run(QStringList{QStringLiteral("--db"), database.url()} + arguments, input);
    }
    /** Runs it as somebody who is not root, so that file permissions hold. */
    CliRun runUnprivileged(const QStringList &arguments) const
    {
        QProcess process;
        process.setProcessEnvironment(environment());
        if (geteuid() != 0)
            return finish(process, program(), arguments, {}, {});
        // A copy, because the build's folder may be closed to others.
        const QString copy = path(QStringLiteral("tagsmith"));
        QFile::copy(program(), copy);
        QFile::setPermissions(copy, readableByAll());
        const QStringList prefix = {QStringLiteral("--reuid=65534"),
                                    QStringLiteral("--regid=65534"),
                                    QStringLiteral("--clear-groups"), copy};
        return finish(process, QStringLiteral("setpriv"), prefix + arguments, {}, {});
    }
    /** Starts it, and leaves the rest to the caller. */
    void start(QProcess &process, const QStringList &arguments) const
    {
        process.setProcessEnvironment(environment());
        process.start(program(), arguments);
        if (!process.waitForStarted())
            qFatal("The program does not start.");
    }
    /** Waits for what start() started. */
    static CliRun ended(QProcess &process)
    {
        CliRun run;
        const bool inTime = process.waitForFinished(240'000);
        if (inTime && process.exitStatus() == QProcess::NormalExit)
            run.status = process.exitCode();
        run.out = QString::fromUtf8(process.readAllStandardOutput());
        run.err = QString::fromUtf8(process.readAllStandardError());
        return run;
    }

private:
    static QString program() { return QStringLiteral(TAGSMITH_BINARY); }
    static QFile::Permissions readableByAll()
    {
        return QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::ReadGroup |
               QFile::ExeGroup | QFile::ReadOther | QFile::ExeOther;
    }

    static CliRun finish(QProcess &process, const QString &program, const QStringList &arguments,
                         const QByteArray &input, const QString &outputFile)
    {
        if (!outputFile.isEmpty())
            process.setStandardOutputFile(outputFile);
        process.start(program, arguments);
        process.write(input);
        process.closeWriteChannel();
        return ended(process);
    }

    QTemporaryDir m_folder;
};

/** What a user does once before the first change: the journal, beside the tables there are. */
inline void makeJournal(const TestDatabase &database)
{
    const CliRun run = CliSandbox().runOn(database, {QStringLiteral("init")});
    if (run.status != 0)
        qFatal("The journal cannot be made: %s", run.report().constData());
}

} // namespace tagsmith

/** A run that ended with @p expected, or a failure that shows what it said. */
#define COMPARE_STATUS(cliRun, expected) QVERIFY2((cliRun).status == (expected), (cliRun).report())
