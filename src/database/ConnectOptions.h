// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Profile.h"

#include <QString>

#include <chrono>

namespace tagsmith
{

/**
 * The connect option string of QMYSQL for @p profile. The string is split at ';' without an escape,
 * and an unknown option only warns: it is therefore built here alone, from checked values. The
 * server may take @p answerTimeout for each answer; zero: as long as it likes. Throws DatabaseError
 * (Usage) for a path that cannot be passed.
 */
QString mysqlConnectOptions(const Profile &profile, std::chrono::seconds answerTimeout);

/** The SQLite URI of @p profile's file; it is created only where the profile says so. */
QString sqliteUri(const Profile &profile);

} // namespace tagsmith
