// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace Ui
{
class MainWindow;
}

namespace tagsmith
{

class WindowActions;

/** Puts the actions into the menus and the tool bar of the window and the menu of the table. */
void fillMenus(const Ui::MainWindow &ui, const WindowActions &actions);

} // namespace tagsmith
