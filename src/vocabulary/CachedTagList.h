// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

namespace tagsmith
{

/**
 * The list of tags @p list (`Go, "C, C++"`) with @p oldNames replaced by @p newName, or without
 * them where that is empty. It keeps its order, and no name comes twice. An old name that does not
 * stand in it as it is spelled is found without regard to letter case. Pure.
 */
QString replaceInTagList(const QString &list, const QStringList &oldNames, const QString &newName);

} // namespace tagsmith
