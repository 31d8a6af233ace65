// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QVariant>

#include <optional>

namespace tagsmith
{

/**
 * A value that PHP has serialised: arrays as QVariantMap (numbers among their keys as text), text
 * as QString, numbers and truth values as such, NULL as an invalid QVariant. Nothing where @p text
 * is not whole, has objects in it or is nested deeper than 64 arrays. Pure.
 */
std::optional<QVariant> readPhpValue(const QByteArray &text);

} // namespace tagsmith
