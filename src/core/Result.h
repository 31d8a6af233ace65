// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Error.h"

#include <utility>
#include <variant>

namespace tagsmith
{

/** A value, or the error that stands in its place. */
template <class T>
class [[nodiscard]] Result
{
public:
    Result(T value) : m_content(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : m_content(std::in_place_index<1>, std::move(error)) {}

    bool ok() const { return m_content.index() == 0; }
    explicit operator bool() const { return ok(); }

    /** The value; only where ok(). */
    const T &value() const { return std::get<0>(m_content); }
    const T &operator*() const { return value(); }
    const T *operator->() const { return &value(); }

    /** The error; only where not ok(). */
    const Error &error() const { return std::get<1>(m_content); }

private:
    std::variant<T, Error> m_content;
};

} // namespace tagsmith
