// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "repository/ImportHabit.h"

#include <QJsonObject>
#include <QStringList>

#include <optional>

namespace tagsmith
{

/** @p habit for a file with @p columns, whose columns are named by their positions. */
QJsonObject importHabitToJson(const ImportHabit &habit, const QStringList &columns);

/** The habit for a file with @p columns; nothing where @p object is none, or for another file. */
std::optional<ImportHabit> importHabitFromJson(const QJsonObject &object,
                                               const QStringList &columns);

} // namespace tagsmith
