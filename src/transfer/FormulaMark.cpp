// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "transfer/FormulaMark.h"

namespace tagsmith
{

bool isFormula(QStringView text)
{
    // The last four are the wide forms of the first four, which Excel takes for them.
    constexpr QStringView starts = u"=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";
    qsizetype at = 0;
    while (at < text.size() && (text[at] == formulaMark || text[at] == u' '))
        ++at;
    return at < text.size() && starts.contains(text[at]);
}

QString markFormula(const QString &text)
{
    return isFormula(text) ? formulaMark + text : text;
}

QString unmarkFormula(const QString &text)
{
    return text.startsWith(formulaMark) && isFormula(text) ? text.sliced(1) : text;
}

} // namespace tagsmith
