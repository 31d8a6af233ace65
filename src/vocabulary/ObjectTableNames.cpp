// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/ObjectTableNames.h"

#include <QHash>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

/** "BlogPost" becomes "blog_post". */
QString underscored(const QString &name)
{
    QString result;
    for (qsizetype i = 0; i < name.size(); ++i) {
        const bool startsWord = i > 0 && name[i].isUpper() && name[i - 1].isLower();
        if (startsWord)
            result += u'_';
        result += name[i].toLower();
    }
    return result;
}

QString plural(const QString &word)
{
    static const QHash<QString, QString> irregular = {
        {u"person"_s, u"people"_s}, {u"child"_s, u"children"_s}, {u"medium"_s, u"media"_s}};
    const auto found = irregular.constFind(word);
    if (found != irregular.constEnd())
        return *found;
    const bool isConsonantY =
        word.size() > 1 && word.endsWith(u'y') && !u"aeiou"_s.contains(word[word.size() - 2]);
    if (isConsonantY)
        return word.chopped(1) + u"ies"_s;
    for (const QLatin1StringView ending : {"s"_L1, "x"_L1, "z"_L1, "ch"_L1, "sh"_L1}) {
        if (word.endsWith(ending))
            return word + u"es"_s;
    }
    return word + u's';
}

void addNames(QStringList &names, const QString &word)
{
    for (const QString &name : {plural(word), word}) {
        if (!names.contains(name))
            names << name;
    }
}

} // namespace

QStringList tableNamesOfType(const QString &type)
{
    QString path = type;
    path.replace(u'\\', u"::"_s);
    const QStringList parts = path.split(u"::"_s, Qt::SkipEmptyParts);
    if (parts.isEmpty())
        return {};
    QStringList names;
    QStringList words;
    for (const QString &part : parts)
        words << underscored(part);
    addNames(names, words.join(u'_'));
    addNames(names, words.constLast());
    return names;
}

QStringList tableNamesOfColumn(const QString &column)
{
    const QString name = column.toLower();
    QStringList names;
    if (name.size() > 3 && name.endsWith("_id"_L1))
        addNames(names, name.chopped(3));
    return names;
}

} // namespace tagsmith
