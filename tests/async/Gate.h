// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QSemaphore>

#include <memory>

namespace tagsmith::test
{

/**
 * Holds work back until it is opened, at the latest by the destructor. Made after the executor, so
 * that a case that fails does not leave the executor waiting.
 */
class Gate
{
public:
    Gate() = default;
    ~Gate() { open(); }
    Q_DISABLE_COPY_MOVE(Gate)

    void open() { m_semaphore->release(many); }
    /** What the work calls: notes that it is there, and waits until the gate is open. */
    auto waiter() const
    {
        return [gate = m_semaphore, arrived = m_arrived] {
            arrived->release();
            gate->acquire();
        };
    }
    /** Blocks until one more piece of work stands at the gate. */
    void waitForArrival() { m_arrived->acquire(); }

private:
    static constexpr int many = 1000;

    std::shared_ptr<QSemaphore> m_semaphore = std::make_shared<QSemaphore>();
    std::shared_ptr<QSemaphore> m_arrived = std::make_shared<QSemaphore>();
};

} // namespace tagsmith::test
