// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QSocketNotifier>

namespace tagsmith
{

/**
 * SIGINT, SIGTERM and SIGHUP as a Qt signal on the thread that made the object. The first one of
 * each asks to stop; the second ends the process at once. At most one object at a time.
 */
class UnixSignals : public QObject
{
    Q_OBJECT

public:
    explicit UnixSignals(QObject *parent = nullptr);
    /** Gives the signals their default meaning back. */
    ~UnixSignals() override;

signals:
    void stopRequested();

private:
    void drain();

    int m_readEnd = -1;
    QSocketNotifier *m_notifier = nullptr;
};

} // namespace tagsmith
