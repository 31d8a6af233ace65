// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>

namespace tagsmith
{

/**
 * calibre's preference `user_categories`, in which every entry [name, field, number] of the field
 * `tags` called one of @p names gets the name @p newName, or is dropped where that is empty or the
 * category has it already. Letter case does not count. The same text where nothing changes; nothing
 * where @p json is not what calibre writes. Pure.
 */
std::optional<QByteArray> patchedCalibreCategories(const QByteArray &json, const QStringList &names,
                                                   const QString &newName);

/**
 * Which entries of a preference that maps titles to texts (`saved_searches`,
 * `virtual_libraries`) have one of @p names in them. Pure.
 */
QStringList calibreSearchesNaming(const QByteArray &json, const QStringList &names);

} // namespace tagsmith
