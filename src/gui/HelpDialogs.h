// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QAction;
class QWidget;

#include <vector>

namespace tagsmith
{

/** Shows what the program is, which version and under which licence. Returns at once. */
void showAbout(QWidget *parent);

/** Lists the keyboard shortcuts of @p actions and those of the table. Returns at once. */
void showShortcuts(QWidget *parent, const std::vector<QAction *> &actions);

} // namespace tagsmith
