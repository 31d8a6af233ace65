// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "transfer/RecordText.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

bool needsQuotes(const QString &text)
{
    return text.isEmpty() || std::any_of(text.begin(), text.end(), [](QChar character) {
               return character == u',' || character == u'"' || character == u'\n' ||
                      character == u'\r';
           });
}

} // namespace

QString recordJson(const QStringList &columns, const Row &fields)
{
    QJsonObject object;
    for (size_t i = 0; i < fields.size(); ++i) {
        if (const Cell &field = fields[i])
            object.insert(columns.at(static_cast<qsizetype>(i)), *field);
    }
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QString recordCsv(const Row &fields)
{
    QStringList cells;
    for (const Cell &field : fields) {
        if (!field)
            cells << QString();
        else
            cells << (needsQuotes(*field) ? csvCell(*field) : *field);
    }
    return cells.join(u',');
}

QString csvCell(const QString &text)
{
    return u'"' + QString(text).replace(u'"', u"\"\""_s) + u'"';
}

QString textOfCsvCell(const QString &cell)
{
    return cell.sliced(1, cell.size() - 2).replace(u"\"\""_s, u"\""_s);
}

} // namespace tagsmith
