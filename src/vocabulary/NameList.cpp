// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/NameList.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace tagsmith
{

QString jsonArray(const QStringList &names)
{
    const QJsonDocument document(QJsonArray::fromStringList(names));
    return QString::fromUtf8(document.toJson(QJsonDocument::Compact));
}

} // namespace tagsmith
