// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/SplitNames.h"

namespace tagsmith
{

std::vector<QStringView> splitNames(const QString &cell, const QString &separator)
{
    std::vector<QStringView> names;
    const auto parts = QStringView(cell).tokenize(separator);
    for (const QStringView part : parts) {
        const QStringView name = part.trimmed();
        if (!name.isEmpty())
            names.push_back(name);
    }
    return names;
}

} // namespace tagsmith
