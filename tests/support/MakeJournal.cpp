// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/MakeJournal.h"

#include "database/ScopedConnection.h"
#include "vocabulary/JournalTables.h"

namespace tagsmith
{

void makeJournal(const Profile &profile)
{
    ScopedConnection connection(profile);
    createJournal(connection, false);
}

} // namespace tagsmith
