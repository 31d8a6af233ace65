// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Receipt.h"
#include "core/Vocabulary.h"
#include "gui/Prompts.h"

#include <QStringList>

#include <vector>

namespace tagsmith
{

/** Whether any tagging is among @p taggings, as TagRepository::countTaggings() answers. */
bool hasTaggings(const std::vector<ReferenceCount> &taggings);

/**
 * Asks whether to delete @p names, and tells per reference of the vocabulary how many taggings
 * would go, or stay without a tag.
 */
Question deleteQuestion(const QStringList &names, const std::vector<ReferenceCount> &taggings,
                        const std::vector<Reference> &references);

} // namespace tagsmith
