// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ImportLineStore.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>
#include <vector>

namespace tagsmith
{

/**
 * Finds where in their file many lines of a store stand, a slice at a time, so that the window goes
 * on meanwhile. A few are found at once.
 */
class ImportLineNumbers : public QObject
{
    Q_OBJECT

public:
    using Answer = std::function<void(const std::vector<qint64> &lines)>;

    explicit ImportLineNumbers(QObject *parent = nullptr);

    /** Calls @p answer for the lines at @p places of @p store; what was asked before is dropped. */
    void find(std::shared_ptr<const ImportLineStore> store, std::vector<quint32> places,
              Answer answer);
    void stop();
    bool isRunning() const { return m_timer.isActive(); }

private:
    void goOn();

    QTimer m_timer;
    std::shared_ptr<const ImportLineStore> m_store;
    std::vector<quint32> m_places;
    std::vector<qint64> m_lines; ///< of the first places
    Answer m_answer;
};

} // namespace tagsmith
