// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/Console.h"

#include "cli/ConflictJson.h"
#include "cli/ConflictText.h"
#include <QByteArray>
#include <QJsonDocument>

#include <cerrno>
#include <cstdio>
#include <cstring>

#include <unistd.h>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

QString systemProblem()
{
    return QString::fromLocal8Bit(std::strerror(errno));
}

void writeError(const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), stderr);
    std::fflush(stderr);
}

QJsonObject errorToJson(const Error &error)
{
    QJsonObject json{{u"kind"_s, errorKindName(error.kind)}, {u"message"_s, error.message}};
    if (error.conflicts)
        json.insert(u"conflicts"_s, conflictsJson(*error.conflicts));
    return json;
}

} // namespace

void Console::print(const QString &text)
{
    if (!m_problem.isEmpty())
        return;
    const QByteArray bytes = text.toUtf8();
    const auto size = static_cast<size_t>(bytes.size());
    if (std::fwrite(bytes.constData(), 1, size, stdout) != size)
        m_problem = systemProblem();
}

void Console::print(const QJsonObject &object)
{
    print(QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)) + u'\n');
}

bool Console::flush()
{
    clearProgress();
    if (m_problem.isEmpty() && std::fflush(stdout) != 0)
        m_problem = systemProblem();
    return m_problem.isEmpty();
}

void Console::reportError(const Error &error, bool json)
{
    clearProgress();
    writeError(u"tagsmith: %1\n"_s.arg(error.message.simplified()));
    if (json)
        print(QJsonObject{{u"error"_s, errorToJson(error)}});
    else if (error.conflicts)
        print(conflictsText(*error.conflicts));
    flush();
}

void Console::note(const QString &text)
{
    clearProgress();
    writeError(u"tagsmith: %1\n"_s.arg(text.simplified()));
}

void Console::showProgress(const QString &text)
{
    if (isatty(STDERR_FILENO) == 0)
        return;
    // Back to the line's begin, and clear to its end.
    writeError(u"\r%1\x1b[K"_s.arg(text));
    m_progressShown = true;
}

void Console::clearProgress()
{
    if (m_progressShown)
        writeError(u"\r\x1b[K"_s);
    m_progressShown = false;
}

} // namespace tagsmith
