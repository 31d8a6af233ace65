// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Arrangement.h"
#include "repository/TagRepository.h"

#include <functional>

namespace tagsmith
{

class CommandRunner;

/** Loads the tags of @p source, those that --filter lets through, in the order of the key. */
void loadTags(CommandRunner &runner, const TagSource &source,
              const std::function<void(const Arrangement &)> &use);

} // namespace tagsmith
