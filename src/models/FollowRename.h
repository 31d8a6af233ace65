// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Arrangement.h"

#include <QString>

namespace tagsmith
{

/**
 * Where the name is the key, a renamed tag looks in @p change like one that is gone and one that
 * is new. This makes it one and the same row. @p before is what @p change was worked out from.
 * Nothing happens where the tag is not shown, or is known by a key that stayed.
 */
void followRename(const Arrangement &before, const QString &oldKey, const QString &newKey,
                  ArrangementChange &change);

} // namespace tagsmith
