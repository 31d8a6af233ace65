// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/DeleteQuestion.h"

#include <QCoreApplication>

#include <algorithm>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qsizetype maxListedNames = 8;

QString tr(const char *text)
{
    return QCoreApplication::translate("tagsmith::DeleteQuestion", text);
}

QString listOf(const QStringList &names)
{
    QStringList shown;
    for (const QString &name : names.first(std::min(names.size(), maxListedNames)))
        shown << u"“%1”"_s.arg(name);
    const qsizetype more = names.size() - shown.size();
    if (more > 0)
        return tr("%1 and %L2 more").arg(shown.join(u", "_s)).arg(more);
    return shown.join(u", "_s);
}

QString sentenceFor(const ReferenceCount &count)
{
    if (count.removed == 1)
        return tr("1 tagging in %1 will be removed as well.").arg(count.table);
    return tr("%L1 taggings in %2 will be removed as well.").arg(count.removed).arg(count.table);
}

} // namespace

bool hasTaggings(const std::vector<ReferenceCount> &taggings)
{
    return std::any_of(taggings.begin(), taggings.end(),
                       [](const ReferenceCount &count) { return count.removed > 0; });
}

Question deleteQuestion(const QStringList &names, const std::vector<ReferenceCount> &taggings)
{
    Question question;
    question.title = tr("Delete");
    question.acceptLabel = tr("&Delete");
    question.isDestructive = true;
    QStringList detail;
    if (names.size() == 1) {
        question.text = tr("Delete the tag “%1”?").arg(names.front());
    } else {
        question.text = tr("Delete %L1 tags?").arg(names.size());
        detail << listOf(names);
    }
    for (const ReferenceCount &count : taggings) {
        if (count.removed > 0)
            detail << sentenceFor(count);
    }
    if (!hasTaggings(taggings))
        detail << (names.size() == 1 ? tr("No tagging uses it.") : tr("No tagging uses them."));
    question.detail = detail.join(u'\n');
    return question;
}

} // namespace tagsmith
