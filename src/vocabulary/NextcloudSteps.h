// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vocabulary/PresetSteps.h"

namespace tagsmith
{

/**
 * Nextcloud: tells where a merge changes who may see or assign a tag, and which rules name a tag
 * that goes; gives the tag that stays or was renamed a new etag, so that clients take it up again.
 */
class NextcloudSteps final : public PresetSteps
{
public:
    void before(ScopedConnection &connection, const Vocabulary &vocabulary,
                const TagOperation &operation, Receipt &receipt) const override;
    void after(ScopedConnection &connection, const Vocabulary &vocabulary,
               const TagOperation &operation, Receipt &receipt) const override;
};

} // namespace tagsmith
