// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Receipt.h"

namespace tagsmith
{

/**
 * Throws DatabaseError (Conflict) where what an operation @p found differs from what a dry run has
 * @p shown; to be called last. Null: nothing was shown.
 */
void requireAsShown(const ShownReceipt &shown, const Receipt &found);

} // namespace tagsmith
