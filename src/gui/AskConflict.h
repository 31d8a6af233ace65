// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/RowConflict.h"

#include <QString>

#include <functional>
#include <vector>

class QWidget;

namespace tagsmith
{

/**
 * Shows the one row in @p conflict, in a ConflictDialog over @p parent. Then @p chosen gets what
 * the user chose, which is null where theirs stays; or @p cancelled is called. Neither is once
 * @p parent is gone.
 */
void askConflict(QWidget *parent, const RowConflict &conflict, const QString &title,
                 std::function<void(const RowResolution *)> chosen,
                 std::function<void()> cancelled);

} // namespace tagsmith
