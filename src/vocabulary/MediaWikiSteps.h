// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vocabulary/PresetSteps.h"

namespace tagsmith
{

/** MediaWiki: what a change tag may be called. */
class MediaWikiSteps final : public PresetSteps
{
public:
    void before(ScopedConnection &connection, const Vocabulary &vocabulary,
                const TagOperation &operation, Receipt &receipt) const override;
};

} // namespace tagsmith
