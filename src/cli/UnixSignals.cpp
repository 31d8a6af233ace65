// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/UnixSignals.h"

#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>

#include <fcntl.h>
#include <unistd.h>

namespace tagsmith
{

namespace
{

constexpr std::array handledSignals = {SIGINT, SIGTERM, SIGHUP};

/** A signal handler may do little more than write a byte; this is where it writes. */
std::atomic<int> writeEnd = -1;

void wakeUp(int)
{
    const int savedErrno = errno;
    const char byte = 0;
    // Where the pipe is full the reader has been woken already.
    [[maybe_unused]] const auto written = write(writeEnd.load(), &byte, 1);
    errno = savedErrno;
}

void setHandler(int number, void (*handler)(int), int flags)
{
    struct sigaction action = {};
    action.sa_handler = handler;
    action.sa_flags = flags;
    sigemptyset(&action.sa_mask);
    sigaction(number, &action, nullptr);
}

/** A signal that the parent told us to ignore (nohup) stays ignored. */
bool isIgnored(int number)
{
    struct sigaction action = {};
    return sigaction(number, nullptr, &action) == 0 && action.sa_handler == SIG_IGN;
}

} // namespace

UnixSignals::UnixSignals(QObject *parent) : QObject(parent)
{
    std::array<int, 2> ends = {-1, -1};
    if (pipe2(ends.data(), O_CLOEXEC | O_NONBLOCK) != 0)
        return;
    m_readEnd = ends[0];
    writeEnd = ends[1];
    m_notifier = new QSocketNotifier(m_readEnd, QSocketNotifier::Read, this);
    connect(m_notifier, &QSocketNotifier::activated, this, &UnixSignals::drain);
    for (const int number : handledSignals) {
        if (!isIgnored(number))
            setHandler(number, wakeUp, SA_RESTART | static_cast<int>(SA_RESETHAND));
    }
}

UnixSignals::~UnixSignals()
{
    if (m_readEnd < 0)
        return;
    for (const int number : handledSignals) {
        if (!isIgnored(number))
            setHandler(number, SIG_DFL, 0);
    }
    m_notifier->setEnabled(false);
    close(writeEnd.exchange(-1));
    close(m_readEnd);
}

void UnixSignals::drain()
{
    std::array<char, 16> bytes;
    while (read(m_readEnd, bytes.data(), bytes.size()) > 0)
        continue;
    emit stopRequested();
}

} // namespace tagsmith
