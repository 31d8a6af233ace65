// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Error.h"
#include "core/Profile.h"

#include <QSqlError>

namespace tagsmith
{

/**
 * The error of our own for what an engine reported, told apart by its native code alone (Qt's error
 * type says StatementError even for a lost link). @p prepared: the error comes from a prepared
 * statement, whose text QMYSQL decodes wrongly.
 */
Error nativeError(const Profile &profile, const QSqlError &error, bool prepared);

} // namespace tagsmith
