// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/FittedWidths.h"

#include <algorithm>

namespace tagsmith
{

std::vector<int> fittedWidths(std::vector<int> wanted, int narrowest, int space)
{
    std::vector<int> sorted = wanted;
    std::sort(sorted.begin(), sorted.end());
    int left = space;
    int widest = narrowest;
    for (size_t i = 0; i < sorted.size(); ++i) {
        // What the narrower ones leave is shared by this one and all that are wider.
        widest = std::max(narrowest, left / static_cast<int>(sorted.size() - i));
        if (sorted[i] > widest)
            break;
        widest = sorted[i];
        left -= sorted[i];
    }
    for (int &width : wanted)
        width = std::min(width, widest);
    return wanted;
}

} // namespace tagsmith
