// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/CachedTagList.h"

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

/** The names in @p list, which stands commas between them and quotes around names with a comma. */
QStringList splitTagList(const QString &list)
{
    QStringList names;
    QString name;
    bool isQuoted = false;
    const auto finish = [&] {
        if (!name.trimmed().isEmpty())
            names << name.trimmed();
        name.clear();
    };
    for (const QChar character : list) {
        if (character == u'"' && (isQuoted || name.trimmed().isEmpty()))
            isQuoted = !isQuoted;
        else if (character == u',' && !isQuoted)
            finish();
        else
            name += character;
    }
    finish();
    return names;
}

QString joinTagList(const QStringList &names)
{
    QStringList quoted;
    for (const QString &name : names)
        quoted << (name.contains(u',') ? u'"' + name + u'"' : name);
    return quoted.join(u", "_s);
}

} // namespace

QString replaceInTagList(const QString &list, const QStringList &oldNames, const QString &newName)
{
    const QStringList names = splitTagList(list);
    QStringList spellings;
    for (const QString &oldName : oldNames) {
        // The list says what was typed, and the application found the tag without regard to case.
        const auto sensitivity = names.contains(oldName) ? Qt::CaseSensitive : Qt::CaseInsensitive;
        for (const QString &name : names) {
            if (name.compare(oldName, sensitivity) == 0)
                spellings << name;
        }
    }
    if (spellings.isEmpty())
        return list;
    QStringList replaced;
    for (const QString &name : names) {
        const QString &kept = spellings.contains(name) ? newName : name;
        if (!kept.isEmpty() && !replaced.contains(kept))
            replaced << kept;
    }
    return joinTagList(replaced);
}

} // namespace tagsmith
