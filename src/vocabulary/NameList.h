// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

namespace tagsmith
{

/** @p names as the JSON array that Dialect::nameList() takes as its parameter. */
QString jsonArray(const QStringList &names);

} // namespace tagsmith
