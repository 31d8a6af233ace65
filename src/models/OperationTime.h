// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

class QDateTime;

namespace tagsmith
{

/** When something was done, as one says it: "Today 14:03", "Yesterday 9:10", or the date. Local
 * time, in the words of the locale. */
QString operationTime(const QDateTime &at);

} // namespace tagsmith
