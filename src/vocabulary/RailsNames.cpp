// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/RailsNames.h"

#include <QHash>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

const QHash<QString, QString> &irregularPlurals()
{
    static const QHash<QString, QString> plurals{{u"person"_s, u"people"_s},
                                                 {u"man"_s, u"men"_s},
                                                 {u"child"_s, u"children"_s},
                                                 {u"mouse"_s, u"mice"_s}};
    return plurals;
}

/** "HTMLPage" becomes "html_page". */
QString underscored(const QString &name)
{
    QString result;
    for (qsizetype i = 0; i < name.size(); ++i) {
        const QChar character = name[i];
        const bool startsWord =
            character.isUpper() && i > 0 &&
            (!name[i - 1].isUpper() || (i + 1 < name.size() && name[i + 1].isLower()));
        if (startsWord && !result.endsWith(u'_'))
            result += u'_';
        result += character.toLower();
    }
    return result;
}

bool endsWithOneOf(const QString &word, const QStringList &endings)
{
    for (const QString &ending : endings) {
        if (word.endsWith(ending))
            return true;
    }
    return false;
}

QString plural(const QString &name)
{
    const QString last = name.section(u'_', -1);
    const QString irregular = irregularPlurals().value(last);
    if (!irregular.isEmpty())
        return name.chopped(last.size()) + irregular;
    const bool endsWithConsonantY =
        name.endsWith(u'y') && name.size() > 1 && !u"aeiou"_s.contains(name[name.size() - 2]);
    if (endsWithConsonantY)
        return name.chopped(1) + u"ies"_s;
    if (endsWithOneOf(name, {u"s"_s, u"x"_s, u"ch"_s, u"sh"_s}))
        return name + u"es"_s;
    return name + u's';
}

} // namespace

namespace rails
{

QStringList tablesOf(const QString &name)
{
    QStringList words;
    const QStringList modules = name.split(u"::"_s, Qt::SkipEmptyParts);
    for (const QString &module : modules)
        words << underscored(module);
    QStringList tables;
    while (!words.isEmpty()) {
        tables << plural(words.join(u'_'));
        words.removeFirst();
    }
    return tables;
}

QStringList singularsOf(const QString &word)
{
    QStringList singulars;
    const QHash<QString, QString> &irregular = irregularPlurals();
    for (auto it = irregular.begin(); it != irregular.end(); ++it) {
        if (word == it.value())
            singulars << it.key();
    }
    if (word.endsWith("ies"_L1))
        singulars << word.chopped(3) + u'y';
    if (endsWithOneOf(word, {u"ses"_s, u"xes"_s, u"ches"_s, u"shes"_s}))
        singulars << word.chopped(2);
    if (word.endsWith(u's') && !word.endsWith("ss"_L1))
        singulars << word.chopped(1);
    return singulars << word;
}

} // namespace rails

} // namespace tagsmith
