// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Snapshot.h"
#include "core/UseCounts.h"

#include <QJsonObject>
#include <QString>

namespace tagsmith
{

/**
 * One tag: its name as "name", its uses as "uses" (and, where there are several references, per
 * reference as "usesByReference"), every further column under its own name. A column whose name is
 * taken gets its table's name before it: "tags.uses"; @p table is the vocabulary's.
 */
QJsonObject tagJson(const Snapshot &snapshot, int row, const QString &table, const UseCounts &uses);

} // namespace tagsmith
