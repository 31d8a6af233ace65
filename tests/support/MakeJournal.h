// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Profile.h"

namespace tagsmith
{

/** Makes the journal's tables, as the user's consent does: writes are refused without them. */
void makeJournal(const Profile &profile);

} // namespace tagsmith
