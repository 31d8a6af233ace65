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
     * Shows @p label until @p pending has its answer. Called after whenDone(), so that the answer
     * has been dealt with once the label goes.
     */
    template <class T>
    void track(const QString &label, const Pending<T> &pending)
    {
        const int id = begin(label, [token = pending.token] { token.cancel(); });
        whenDone(this, pending, [this, id](const Result<T> &) { end(id); });
    }

    bool isEmpty() const { return m_entries.empty(); }
    /** The label of the work that was begun last; empty where nothing runs. */
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
    };

    std::vector<Entry> m_entries;
    int m_nextId = 0;
};

} // namespace tagsmith
