// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Profile.h"

#include <QString>

namespace tagsmith
{

/** Which database @p profile leads to, whoever opens it and however the link is secured. */
QString databaseId(const Profile &profile);

} // namespace tagsmith
