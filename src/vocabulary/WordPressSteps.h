// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vocabulary/PresetSteps.h"

namespace tagsmith
{

/** WordPress: the option that remembers a hierarchy, menus, and posts without a category. */
class WordPressSteps final : public PresetSteps
{
public:
    void before(ScopedConnection &connection, const Vocabulary &vocabulary,
                const TagOperation &operation, Receipt &receipt) const override;
    void after(ScopedConnection &connection, const Vocabulary &vocabulary,
               const TagOperation &operation, Receipt &receipt) const override;
};

} // namespace tagsmith
