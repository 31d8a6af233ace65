// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Receipt.h"
#include "core/Reference.h"

#include <QString>

#include <vector>

namespace tagsmith
{

/** Which tags a merge, rename or delete is about, in the user's words. */
struct ChangeSubject
{
    QString name;                           ///< of the first of them
    qsizetype tags = 1;                     ///< how many they are
    QString target = {};                    ///< what they become; empty where they are deleted
    std::vector<Reference> references = {}; ///< of their vocabulary
};

/**
 * The blast radius in one sentence: "3 tags become “java”: 412 taggings move, 17 collapse,
 * 2 children are lifted."
 */
QString changeSummary(const Receipt &receipt, const ChangeSubject &subject);

/** Whether the rows that @p count counts stay, without a tag, when their tag is deleted. */
bool staysWithoutTag(const ReferenceCount &count, const std::vector<Reference> &references);

/** What a deletion takes: whether any tagging is removed, or left without a tag. */
bool touchesTaggings(const Receipt &receipt, const std::vector<Reference> &references);

/** Whether a rename changes nothing that the user would want to see before. */
bool isPlainRename(const Receipt &receipt);

/** Whether @p receipt leaves something for the user to do. */
bool leavesWork(const Receipt &receipt);

/**
 * The same where only a search index, of which nobody has told us, might have to be brought up to
 * date: worth keeping, but not worth an interruption after each merge.
 */
bool mayLeaveWork(const Receipt &receipt);

} // namespace tagsmith
