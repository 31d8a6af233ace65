// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/ObjectKeyText.h"

#include <QRegularExpression>

namespace tagsmith
{

using namespace Qt::StringLiterals;

QString objectKeyText(const std::vector<ObjectKey> &objects)
{
    QStringList alternatives;
    for (const ObjectKey &key : objects)
        alternatives << key.columns.join(u", "_s) + (key.nullsAreEqual ? QString() : u"?"_s);
    return alternatives.join(u" or "_s);
}

std::vector<ObjectKey> objectKeysFromText(const QString &text)
{
    static const QRegularExpression separator(u"\\s+or\\s+"_s,
                                              QRegularExpression::CaseInsensitiveOption);
    std::vector<ObjectKey> objects;
    const QStringList alternatives = text.trimmed().split(separator, Qt::SkipEmptyParts);
    for (const QString &alternative : alternatives) {
        QString list = alternative.trimmed();
        ObjectKey key;
        key.nullsAreEqual = !list.endsWith(u'?');
        if (!key.nullsAreEqual)
            list.chop(1);
        const QStringList columns = list.split(u',', Qt::SkipEmptyParts);
        for (const QString &column : columns) {
            if (!column.trimmed().isEmpty())
                key.columns << column.trimmed();
        }
        if (!key.columns.isEmpty())
            objects.push_back(key);
    }
    return objects;
}

} // namespace tagsmith
