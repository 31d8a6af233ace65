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

/** Whether the rows of the reference of @p count stay when the tag goes, as deleteTags() does it.
 */
bool staysWithoutTag(const ReferenceCount &count, const std::vector<Reference> &references)
{
    const auto found =
        std::find_if(references.begin(), references.end(), [&count](const Reference &reference) {
            return reference.table == count.table && reference.column == count.column;
        });
    if (found == references.end())
        return false;
    return found->onDelete == ReferenceRule::SetNull ||
           found->onDelete == ReferenceRule::SetDefault ||
           (found->onDelete == ReferenceRule::Restrict && found->nullable);
}

QString sentenceFor(const ReferenceCount &count, bool stays)
{
    QString sentence;
    if (count.removed == 1)
        sentence = stays ? tr("1 tagging in %1 will be left without a tag.")
                         : tr("1 tagging in %1 will be removed as well.");
    else
        sentence = stays ? tr("%L2 taggings in %1 will be left without a tag.")
                         : tr("%L2 taggings in %1 will be removed as well.");
    sentence = sentence.arg(count.table);
    return count.removed == 1 ? sentence : sentence.arg(count.removed);
}

} // namespace

bool hasTaggings(const std::vector<ReferenceCount> &taggings)
{
    return std::any_of(taggings.begin(), taggings.end(),
                       [](const ReferenceCount &count) { return count.removed > 0; });
}

Question deleteQuestion(const QStringList &names, const std::vector<ReferenceCount> &taggings,
                        const std::vector<Reference> &references)
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
            detail << sentenceFor(count, staysWithoutTag(count, references));
    }
    if (!hasTaggings(taggings))
        detail << (names.size() == 1 ? tr("No tagging uses it.") : tr("No tagging uses them."));
    question.detail = detail.join(u'\n');
    return question;
}

} // namespace tagsmith
