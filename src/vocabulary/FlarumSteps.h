// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vocabulary/PresetSteps.h"

namespace tagsmith
{

/** Flarum: permissions that name a tag in their text, and its latest discussion. */
class FlarumSteps final : public PresetSteps
{
public:
    void after(ScopedConnection &connection, const Vocabulary &vocabulary,
               const TagOperation &operation, Receipt &receipt) const override;
};

} // namespace tagsmith
