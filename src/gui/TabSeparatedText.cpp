// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/TabSeparatedText.h"

#include <QAbstractItemModel>

#include <algorithm>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

bool needsQuotes(const QString &text)
{
    return std::any_of(text.cbegin(), text.cend(),
                       [](QChar c) { return c == u'\t' || c == u'\n' || c == u'\r' || c == u'"'; });
}

QString quoted(QString text)
{
    if (!needsQuotes(text))
        return text;
    return u'"' + text.replace(u'"', u"\"\""_s) + u'"';
}

} // namespace

QString tabSeparatedText(const QAbstractItemModel &model, const std::vector<int> &rows,
                         const std::vector<int> &columns)
{
    QString text;
    for (const int row : rows) {
        if (!text.isEmpty())
            text += u'\n';
        for (size_t i = 0; i < columns.size(); ++i) {
            if (i > 0)
                text += u'\t';
            text += quoted(model.index(row, columns[i]).data(Qt::EditRole).toString());
        }
    }
    return text;
}

} // namespace tagsmith
