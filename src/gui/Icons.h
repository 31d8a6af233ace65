// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QIcon>
#include <QPalette>
#include <QString>

namespace tagsmith
{

/**
 * The embedded icon called @p name, drawn in the colours of @p palette, so that it is visible in
 * light and dark themes; in the palette's disabled colour where the control is disabled.
 */
QIcon themedIcon(const QString &name, const QPalette &palette);

/** The icon of the program itself, which has colours of its own. */
QIcon applicationIcon();

} // namespace tagsmith
