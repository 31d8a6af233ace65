// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/RowOfName.h"

#include <algorithm>
#include <string>

namespace tagsmith
{

int rowOfName(const Arrangement &arrangement, const QString &name)
{
    const std::string wanted = name.toStdString();
    const auto &order = arrangement.order;
    const auto found = std::find_if(order.begin(), order.end(), [&](std::uint32_t row) {
        const Snapshot &snapshot = *arrangement.snapshot;
        return snapshot.utf8(static_cast<int>(row), snapshot.nameColumn()) == wanted;
    });
    return found == order.end() ? -1 : static_cast<int>(found - order.begin());
}

} // namespace tagsmith
