// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/AttemptText.h"

#include "core/Progress.h"

#include <QCoreApplication>

namespace tagsmith
{

namespace
{

/** So often is an operation run at most, the first time included. */
constexpr int mostAttempts = 5;

} // namespace

QString attemptText(const Progress &progress)
{
    if (progress.attempt <= 1)
        return progress.trouble;
    return QCoreApplication::translate("AttemptText", "Trying again (%1 of %2): %3")
        .arg(progress.attempt)
        .arg(mostAttempts)
        .arg(progress.trouble);
}

} // namespace tagsmith
