// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/SampleText.h"

#include "cli/TextParts.h"

#include <algorithm>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qsizetype maxWidth = 30;

QString shortened(const QString &value)
{
    const QString text = onOneLine(value);
    return text.size() > maxWidth ? text.left(maxWidth - 1) + u'…' : text;
}

QStringList cellTexts(const Row &row)
{
    QStringList texts;
    for (const Cell &cell : row)
        texts << shortened(cell.value_or(u"NULL"_s));
    return texts;
}

std::vector<QStringList> linesOf(const SampleRows &sample)
{
    QStringList heading;
    for (const QString &column : sample.columns)
        heading << shortened(column);
    std::vector<QStringList> lines = {heading};
    for (const Row &row : sample.rows)
        lines.push_back(cellTexts(row));
    return lines;
}

qsizetype widthOf(const std::vector<QStringList> &lines, qsizetype column)
{
    qsizetype width = 0;
    for (const QStringList &line : lines)
        width = std::max(width, line.value(column).size());
    return width;
}

} // namespace

QString sampleText(const SampleRows &sample)
{
    if (sample.rows.empty())
        return {};
    std::vector<QStringList> lines = linesOf(sample);
    for (qsizetype column = 0; column + 1 < sample.columns.size(); ++column) {
        const qsizetype width = widthOf(lines, column);
        for (QStringList &line : lines)
            line[column] = line.at(column).leftJustified(width);
    }
    QString text = u"For example %1 from %2:\n"_s.arg(sample.outcome, onOneLine(sample.table));
    for (const QStringList &line : lines)
        text += u"    %1\n"_s.arg(line.join(u"  "_s));
    return text;
}

} // namespace tagsmith
