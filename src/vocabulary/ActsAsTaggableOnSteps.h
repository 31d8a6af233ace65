// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vocabulary/PresetSteps.h"

namespace tagsmith
{

/** acts-as-taggable-on: the lists of tag names that owners of tags keep in a column. */
class ActsAsTaggableOnSteps final : public PresetSteps
{
public:
    void before(ScopedConnection &connection, const Vocabulary &vocabulary,
                const TagOperation &operation, Receipt &receipt) const override;
};

} // namespace tagsmith
