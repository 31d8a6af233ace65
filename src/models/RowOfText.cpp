// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/RowOfText.h"

#include <algorithm>
#include <string>

namespace tagsmith
{

int rowOfText(const Arrangement &arrangement, int column, const QString &text)
{
    const std::string wanted = text.toStdString();
    const auto &order = arrangement.order;
    const auto found = std::find_if(order.begin(), order.end(), [&](std::uint32_t row) {
        return arrangement.snapshot->utf8(static_cast<int>(row), column) == wanted;
    });
    return found == order.end() ? -1 : static_cast<int>(found - order.begin());
}

} // namespace tagsmith
