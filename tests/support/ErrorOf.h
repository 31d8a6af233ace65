// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Error.h"

#include <optional>

namespace tagsmith
{

/** The error that @p work throws; nothing where it throws none. */
template <class Work>
std::optional<Error> errorOf(const Work &work)
{
    try {
        work();
    } catch (const DatabaseError &failure) {
        return failure.error();
    }
    return std::nullopt;
}

} // namespace tagsmith

/** Fails unless @p error (of errorOf()) is one of kind @p expected, and shows it where not. */
#define COMPARE_KIND(error, expected)                                                              \
    do {                                                                                           \
        const auto &actualError = (error);                                                         \
        QVERIFY2(actualError.has_value(), "no error was thrown");                                  \
        QVERIFY2(actualError->kind == (expected),                                                  \
                 qPrintable(tagsmith::errorKindName(actualError->kind) + QStringLiteral(": ") +    \
                            actualError->message));                                                \
    } while (false)
