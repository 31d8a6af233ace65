// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace tagsmith
{

/** Who works here, as the journal names them: "anna@laptop", the login name and the host's. */
QString currentAuthor();

} // namespace tagsmith
