// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Error.h"

#include <QByteArray>
#include <QObject>
#include <QSocketNotifier>

#include <termios.h>

#include <optional>

namespace tagsmith
{

/**
 * Reads standard input without blocking the event loop: a password from its first line, the data
 * after it, or both. A password typed at a terminal is not echoed.
 */
class StandardInput : public QObject
{
    Q_OBJECT

public:
    struct Wanted
    {
        bool password = false;
        bool data = false;
    };

    explicit StandardInput(Wanted wanted, QObject *parent = nullptr);
    ~StandardInput() override;

    /** Starts reading; finished() or failed() follows, once. */
    void start();

signals:
    /** @p data is what stands after the password's line, or everything without a password. */
    void finished(const QByteArray &password, const QByteArray &data);
    void failed(const tagsmith::Error &error);

private:
    void readSome();
    void takePassword(bool atEnd);
    void finish();
    void fail(ErrorKind kind, const QString &message);
    void hideTyping();
    void showTyping();

    Wanted m_wanted;
    bool m_passwordTaken = false;
    QByteArray m_password;
    QByteArray m_data;
    QSocketNotifier *m_notifier = nullptr;
    std::optional<termios> m_terminal; ///< how it was before echo was turned off
};

} // namespace tagsmith
