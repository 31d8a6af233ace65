// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

namespace tagsmith
{

/** Runs a program to its end; answers with the most memory that it had at once, in KB. */
qint64 peakMemoryOf(const QString &program, const QStringList &arguments);

} // namespace tagsmith
