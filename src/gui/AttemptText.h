// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace tagsmith
{

struct Progress;

/** That an operation runs again, and why; empty while it runs for the first time. */
QString attemptText(const Progress &progress);

} // namespace tagsmith
