// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/StandardInput.h"

#include <cerrno>
#include <cstdio>
#include <cstring>

#include <fcntl.h>
#include <unistd.h>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qsizetype pieceSize = 64 * 1024;

} // namespace

StandardInput::StandardInput(Wanted wanted, QObject *parent) : QObject(parent), m_wanted(wanted) {}

StandardInput::~StandardInput()
{
    showTyping();
}

void StandardInput::start()
{
    if (fcntl(STDIN_FILENO, F_GETFD) < 0) {
        fail(ErrorKind::File, u"Standard input is closed; there is nothing to read."_s);
        return;
    }
    if (m_wanted.password)
        hideTyping();
    m_notifier = new QSocketNotifier(STDIN_FILENO, QSocketNotifier::Read, this);
    connect(m_notifier, &QSocketNotifier::activated, this, &StandardInput::readSome);
}

void StandardInput::readSome()
{
    const qsizetype before = m_data.size();
    m_data.resize(before + pieceSize);
    const ssize_t count = read(STDIN_FILENO, m_data.data() + before, pieceSize);
    const int problem = errno;
    m_data.resize(before + (count > 0 ? count : 0));
    if (count < 0) {
        if (problem != EINTR && problem != EAGAIN) {
            fail(ErrorKind::File, u"Standard input cannot be read: %1."_s.arg(
                                      QString::fromLocal8Bit(std::strerror(problem))));
        }
        return;
    }
    if (m_wanted.password && !m_passwordTaken)
        takePassword(count == 0);
    if (m_wanted.password && !m_passwordTaken && count == 0) {
        fail(ErrorKind::Usage,
             u"--password-stdin finds no line on standard input; give the password there."_s);
        return;
    }
    if (count == 0 || (m_passwordTaken && !m_wanted.data))
        finish();
}

void StandardInput::takePassword(bool atEnd)
{
    const qsizetype lineEnd = m_data.indexOf('\n');
    if (lineEnd < 0 && !atEnd)
        return;
    if (m_data.isEmpty())
        return; // readSome() tells that there was nothing
    m_password = lineEnd < 0 ? m_data : m_data.left(lineEnd);
    if (m_password.endsWith('\r'))
        m_password.chop(1);
    m_data.remove(0, lineEnd < 0 ? m_data.size() : lineEnd + 1);
    m_passwordTaken = true;
    showTyping();
}

void StandardInput::finish()
{
    m_notifier->setEnabled(false);
    emit finished(m_password, m_wanted.data ? m_data : QByteArray());
}

void StandardInput::fail(ErrorKind kind, const QString &message)
{
    if (m_notifier)
        m_notifier->setEnabled(false);
    emit failed(Error{kind, message});
}

void StandardInput::hideTyping()
{
    termios settings = {};
    if (isatty(STDIN_FILENO) == 0 || tcgetattr(STDIN_FILENO, &settings) != 0)
        return;
    m_terminal = settings;
    settings.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &settings);
    std::fputs("Password: ", stderr);
}

void StandardInput::showTyping()
{
    if (!m_terminal)
        return;
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &*m_terminal);
    m_terminal.reset();
    std::fputs("\n", stderr);
}

} // namespace tagsmith
