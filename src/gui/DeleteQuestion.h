// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Receipt.h"
#include "gui/Prompts.h"

#include <QStringList>

#include <vector>

namespace tagsmith
{

/** Whether any tagging is among @p taggings, as TagRepository::countTaggings() answers. */
bool hasTaggings(const std::vector<ReferenceCount> &taggings);

/** Asks whether to delete @p names, with the taggings that would go, counted per reference. */
Question deleteQuestion(const QStringList &names, const std::vector<ReferenceCount> &taggings);

} // namespace tagsmith
