// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/CancelToken.h"

#include "core/Error.h"

#include <utility>

namespace tagsmith
{

using namespace Qt::StringLiterals;

void CancelToken::cancel() const
{
    // Under the lock, so that an interrupter which is registered just now is called only once.
    const std::scoped_lock lock(m_state->mutex);
    if (m_state->cancelled.exchange(true))
        return;
    if (m_state->interrupter)
        m_state->interrupter();
}

void CancelToken::throwIfCancelled() const
{
    if (isCancelled())
        throw DatabaseError(ErrorKind::Cancelled, u"Cancelled; nothing was changed."_s);
}

void CancelToken::setInterrupter(std::function<void()> interrupter) const
{
    const std::scoped_lock lock(m_state->mutex);
    m_state->interrupter = std::move(interrupter);
    if (isCancelled() && m_state->interrupter)
        m_state->interrupter();
}

void CancelToken::clearInterrupter() const
{
    const std::scoped_lock lock(m_state->mutex);
    m_state->interrupter = nullptr;
}

} // namespace tagsmith
