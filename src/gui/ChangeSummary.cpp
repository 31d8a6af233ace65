// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/ChangeSummary.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

QString tr(const char *text)
{
    return QCoreApplication::translate("tagsmith::ChangeSummary", text);
}

/** @p one, or @p many with the number in it. */
QString counted(qint64 count, const char *one, const char *many)
{
    return count == 1 ? tr(one) : tr(many).arg(QLocale().toString(count));
}

/** What becomes of taggings, and of rows that only describe a tag. */
struct Tally
{
    qint64 moved = 0;
    qint64 collapsed = 0;
    qint64 removed = 0;
    qint64 leftBare = 0; ///< stay without a tag
    qint64 properties = 0;
};

/** The reference that @p count is about, or null. */
const Reference *referenceOf(const ReferenceCount &count, const std::vector<Reference> &references)
{
    const auto found =
        std::find_if(references.begin(), references.end(), [&count](const Reference &reference) {
            return reference.table == count.table && reference.column == count.column;
        });
    return found == references.end() ? nullptr : &*found;
}

Tally tallyOf(const Receipt &receipt, const std::vector<Reference> &references)
{
    Tally tally;
    for (const ReferenceCount &count : receipt.references) {
        const Reference *reference = referenceOf(count, references);
        if (reference && reference->role == ReferenceRole::Property) {
            tally.properties += count.moved + count.collapsed + count.removed;
            continue;
        }
        tally.collapsed += count.collapsed;
        if (receipt.kind == "delete"_L1) {
            const bool stays = staysWithoutTag(count, references);
            (stays ? tally.leftBare : tally.removed) += count.removed;
            tally.leftBare += count.moved;
        } else {
            tally.moved += count.moved;
            tally.removed += count.removed;
        }
    }
    return tally;
}

/** A name that leaves room for the rest of the sentence. */
QString shortened(const QString &name)
{
    constexpr qsizetype longest = 60;
    constexpr qsizetype kept = longest / 2 - 1;
    return name.size() <= longest ? name : name.first(kept) + u'…' + name.last(kept);
}

QString headOf(const Receipt &receipt, const ChangeSubject &subject)
{
    const bool one = subject.tags == 1;
    const QString count = QLocale().toString(subject.tags);
    const QString name = shortened(subject.name);
    const QString target = shortened(subject.target);
    if (receipt.kind == "delete"_L1)
        return one ? tr("“%1” is deleted").arg(name) : tr("%1 tags are deleted").arg(count);
    return one ? tr("“%1” becomes “%2”").arg(name, target)
               : tr("%1 tags become “%2”").arg(count, target);
}

} // namespace

QString changeSummary(const Receipt &receipt, const ChangeSubject &subject)
{
    const Tally tally = tallyOf(receipt, subject.references);
    QStringList parts;
    const auto add = [&parts](qint64 count, const char *one, const char *many) {
        if (count > 0)
            parts << counted(count, one, many);
    };
    if (receipt.kind == "rename"_L1)
        add(tally.moved, "1 tagging follows", "%1 taggings follow");
    else
        add(tally.moved, "1 tagging moves", "%1 taggings move");
    if (tally.moved > 0)
        add(tally.collapsed, "1 collapses", "%1 collapse");
    else
        add(tally.collapsed, "1 tagging collapses", "%1 taggings collapse");
    add(tally.removed, "1 tagging is removed", "%1 taggings are removed");
    add(tally.leftBare, "1 tagging is left without a tag", "%1 taggings are left without a tag");
    if (parts.isEmpty())
        parts << tr("no tagging changes");
    add(tally.properties, "1 property row changes", "%1 property rows change");
    add(receipt.childrenLifted, "1 child is lifted", "%1 children are lifted");
    return tr("%1: %2.").arg(headOf(receipt, subject), parts.join(tr(", ")));
}

bool staysWithoutTag(const ReferenceCount &count, const std::vector<Reference> &references)
{
    const Reference *reference = referenceOf(count, references);
    return reference && (reference->onDelete == ReferenceRule::SetNull ||
                         reference->onDelete == ReferenceRule::SetDefault ||
                         (reference->onDelete == ReferenceRule::Restrict && reference->nullable));
}

bool touchesTaggings(const Receipt &receipt, const std::vector<Reference> &references)
{
    const Tally tally = tallyOf(receipt, references);
    return tally.removed + tally.leftBare > 0;
}

bool isPlainRename(const Receipt &receipt)
{
    const bool touchesRows = std::any_of(
        receipt.references.begin(), receipt.references.end(), [](const ReferenceCount &count) {
            return count.moved + count.collapsed + count.removed > 0;
        });
    return !touchesRows && receipt.warnings.isEmpty() && receipt.childrenLifted == 0 &&
           !leavesWork(receipt);
}

bool leavesWork(const Receipt &receipt)
{
    return !receipt.aftercare.empty() || !receipt.redirects.empty();
}

bool mayLeaveWork(const Receipt &receipt)
{
    return leavesWork(receipt) || !receipt.changedObjects.empty();
}

} // namespace tagsmith
