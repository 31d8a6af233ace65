// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vocabulary/PresetSteps.h"

namespace tagsmith
{

/**
 * calibre: the books whose tags change are marked for a new metadata backup, and the user's own
 * categories, which name tags by their names, follow. Saved searches are left alone, with a word.
 */
class CalibreSteps final : public PresetSteps
{
public:
    void before(ScopedConnection &connection, const Vocabulary &vocabulary,
                const TagOperation &operation, Receipt &receipt) const override;
    void after(ScopedConnection &connection, const Vocabulary &vocabulary,
               const TagOperation &operation, Receipt &receipt) const override;
};

} // namespace tagsmith
