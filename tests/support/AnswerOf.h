// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Pending.h"

#include <QEventLoop>
#include <QObject>

#include <optional>

namespace tagsmith
{

/** Runs an event loop of its own until the answer of @p pending is there, and hands it out. */
template <class T>
Result<T> answerOf(const Pending<T> &pending)
{
    QEventLoop loop;
    QObject receiver;
    std::optional<Result<T>> answer;
    whenDone(&receiver, pending, [&answer, &loop](const Result<T> &result) {
        answer = result;
        loop.quit();
    });
    loop.exec();
    return *answer;
}

} // namespace tagsmith

/** Fails, with the error's sentence, unless @p result (a Result) holds a value. */
#define VERIFY_OK(result)                                                                          \
    QVERIFY2((result).ok(), (result).ok() ? "" : qPrintable((result).error().message))
