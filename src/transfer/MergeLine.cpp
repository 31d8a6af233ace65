// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "transfer/MergeLine.h"

#include <algorithm>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

struct Place
{
    qsizetype begin = -1; ///< below 0: there is none
    qsizetype length = 0;
};

Place findArrow(QStringView line, qsizetype from)
{
    const qsizetype plain = line.indexOf("->"_L1, from);
    const qsizetype sign = line.indexOf(u'→', from);
    if (sign >= 0 && (plain < 0 || sign < plain))
        return {sign, 1};
    return {plain, 2};
}

qsizetype findDivider(QStringView line)
{
    for (qsizetype colon = line.indexOf(u':'); colon >= 0; colon = line.indexOf(u':', colon + 1)) {
        if (colon + 1 == line.size() || line[colon + 1].isSpace())
            return colon;
    }
    return -1;
}

bool hasName(QStringView list)
{
    return std::any_of(list.begin(), list.end(),
                       [](QChar sign) { return sign != u',' && !sign.isSpace(); });
}

} // namespace

MergeLine parseMergeLine(QStringView line)
{
    MergeLine merge;
    const QStringView text = line.trimmed();
    const Place arrow = findArrow(text, 0);
    const qsizetype divider = arrow.begin < 0 ? findDivider(text) : -1;
    if (arrow.begin >= 0) {
        merge.form = MergeLine::Form::Arrow;
        merge.sources = text.first(arrow.begin).trimmed();
        merge.target = text.sliced(arrow.begin + arrow.length).trimmed();
    } else if (divider >= 0) {
        merge.form = MergeLine::Form::Divided;
        merge.target = text.first(divider).trimmed();
        merge.sources = text.sliced(divider + 1).trimmed();
    } else {
        merge.problem = u"The line says nothing of a merge; write “source -> target” or “target: "
                        "source, source”."_s;
        return merge;
    }
    if (arrow.begin >= 0 && findArrow(text, arrow.begin + arrow.length).begin >= 0)
        merge.problem = u"The line has several arrows; write one line for each target."_s;
    else if (merge.target.isEmpty())
        merge.problem = u"The line names no target; write “source -> target” or “target: source, "
                        "source”."_s;
    else if (!hasName(merge.sources))
        merge.problem = u"The line names no tag to merge into “%1”; write “source -> target” or "
                        "“target: source, source”."_s.arg(merge.target);
    return merge;
}

} // namespace tagsmith
