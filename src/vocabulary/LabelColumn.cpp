// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/LabelColumn.h"

#include <QStringList>

namespace tagsmith
{

using namespace Qt::StringLiterals;

QString labelColumn(const TableShape &table)
{
    static const QStringList known = {
        u"title"_s,        u"name"_s,     u"subject"_s,  u"label"_s,     u"headline"_s,
        u"display_name"_s, u"username"_s, u"filename"_s, u"file_name"_s, u"path"_s,
        u"caption"_s,      u"slug"_s,     u"email"_s};
    for (const QString &name : known) {
        const QString column = table.find(name);
        if (!column.isEmpty())
            return column;
    }
    for (const QLatin1StringView ending : {"title"_L1, "name"_L1, "subject"_L1}) {
        for (const QString &column : table.textColumns) {
            if (column.endsWith(ending, Qt::CaseInsensitive))
                return column;
        }
    }
    for (const QString &column : table.textColumns) {
        if (!table.primaryKey.contains(column))
            return column;
    }
    return table.textColumns.isEmpty() ? QString() : table.textColumns.constFirst();
}

} // namespace tagsmith
