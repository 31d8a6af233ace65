// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vocabulary/PresetSteps.h"

namespace tagsmith
{

/**
 * digiKam: nothing is merged into the root of the tree; where the tree is kept as a nested set as
 * well (MySQL, before version 7), that is numbered anew from the parents. Closure tables are kept
 * by the database's own triggers.
 */
class DigikamSteps final : public PresetSteps
{
public:
    void before(ScopedConnection &connection, const Vocabulary &vocabulary,
                const TagOperation &operation, Receipt &receipt) const override;
    void after(ScopedConnection &connection, const Vocabulary &vocabulary,
               const TagOperation &operation, Receipt &receipt) const override;
    bool isUndoneAsAWhole(const Vocabulary &vocabulary) const override;
};

} // namespace tagsmith
