// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vocabulary/PresetSteps.h"

namespace tagsmith
{

/**
 * Drupal: numbers the values of fields without gaps, lets the revisions follow, and removes all
 * that a term which goes has in other tables.
 */
class DrupalSteps final : public PresetSteps
{
public:
    void before(ScopedConnection &connection, const Vocabulary &vocabulary,
                const TagOperation &operation, Receipt &receipt) const override;
    void after(ScopedConnection &connection, const Vocabulary &vocabulary,
               const TagOperation &operation, Receipt &receipt) const override;
};

} // namespace tagsmith
