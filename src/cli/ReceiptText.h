// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/Invocation.h"
#include "core/Receipt.h"

#include <QString>

namespace tagsmith
{

/** What a write did, as the command @p wish asked for it. */
QString receiptText(const Receipt &receipt, const Invocation &wish);

/**
 * What an operation did beside its tags: taggings, children, counters, warnings, and what is left
 * to do; empty where that is nothing.
 */
QString besideText(const Receipt &receipt);

} // namespace tagsmith
