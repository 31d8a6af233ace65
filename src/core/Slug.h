// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace tagsmith
{

/**
 * @p name as it stands in an address: in lower-case Latin letters and digits without accents, other
 * scripts transliterated, with hyphens between the words. "tag" where nothing is left.
 */
QString slugOf(const QString &name);

} // namespace tagsmith
