// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Receipt.h"

#include <QStringList>

namespace tagsmith
{

/**
 * Where what an operation @p found differs from what a dry run has @p shown: tags, references,
 * children and counters, each as "taggings.tag_id: moved 412 → 415". Empty where nothing differs.
 */
QStringList receiptDifferences(const Receipt &shown, const Receipt &found);

} // namespace tagsmith
