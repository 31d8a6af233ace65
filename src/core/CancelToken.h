// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>

namespace tagsmith
{

/**
 * A request to stop, shared by everyone who holds a copy. Thread-safe.
 *
 * Long work asks isCancelled() between its steps. A step that cannot ask (a statement that runs
 * inside the database) registers an interrupter, which cancel() calls on the cancelling thread:
 * it must return at once.
 */
class CancelToken
{
public:
    CancelToken() : m_state(std::make_shared<State>()) {}

    /** Asks the work to stop. Calling it twice is the same as once. Never blocks. */
    void cancel() const;
    bool isCancelled() const { return m_state->cancelled.load(std::memory_order_relaxed); }
    /** Throws DatabaseError of kind Cancelled when the work was asked to stop. */
    void throwIfCancelled() const;

    /** Registers what cancel() calls; calls it at once if the token is cancelled already. */
    void setInterrupter(std::function<void()> interrupter) const;
    /** After it has returned, the interrupter is neither running nor called again. */
    void clearInterrupter() const;

private:
    struct State
    {
        std::atomic<bool> cancelled = false;
        std::mutex mutex; ///< guards interrupter
        std::function<void()> interrupter;
    };
    std::shared_ptr<State> m_state;
};

} // namespace tagsmith
