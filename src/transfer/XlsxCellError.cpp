// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "transfer/XlsxCellError.h"

#include <algorithm>
#include <array>

namespace tagsmith
{

using namespace Qt::StringLiterals;

bool isCellError(const QString &text)
{
    static constexpr std::array errors{"#N/A"_L1,  "#VALUE!"_L1, "#REF!"_L1, "#NAME?"_L1,
                                       "#NUM!"_L1, "#DIV/0!"_L1, "#NULL!"_L1};
    return text.startsWith(u'#') && std::find(errors.begin(), errors.end(), text) != errors.end();
}

} // namespace tagsmith
