// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Pending.h"

#include <QObject>
#include <QString>

#include <functional>
#include <vector>

namespace tagsmith
{

/** What is running for the window, so that the status line can show and cancel it. */
class Activities : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /** Shows @p label until end() is called with the number returned; @p cancel may be empty. */
    int begin(const QString &label, std::function<void()> cancel);
    void end(int id);
    /**
     * Shows @p label, or that it is tried again, until @p pending has its answer. Called after
     * whenDone(), so that the answer has been dealt with once the label goes.
     */
    template <class T>
    void track(const QString &label, const Pending<T> &pending)
    {
        const int id = begin(label, [token = pending.token] { token.cancel(); });
        whenProgressed(this, pending, [this, id](const Progress &progress) { note(id, progress); });
        whenDone(this, pending, [this, id](const Result<T> &) { end(id); });
    }

    bool isEmpty() const { return m_entries.empty(); }
    /** That the work which was begun last runs again; or else its label; empty: nothing runs. */
    QString label() const;
    /** Asks everything to stop; the answers still come, as errors of kind Cancelled. */
    void cancelAll() const;

signals:
    void changed();

private:
    struct Entry
    {
        int id;
        QString label;
        std::function<void()> cancel;
        QString note = {}; ///< that it runs again, and why
    };

    void note(int id, const Progress &progress);

    std::vector<Entry> m_entries;
    int m_nextId = 0;
};

} // namespace tagsmith
