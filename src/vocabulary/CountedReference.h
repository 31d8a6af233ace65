// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Vocabulary.h"

namespace tagsmith
{

/** The reference whose rows @p counter counts; one without a scope where it is no reference. */
Reference countedReference(const Vocabulary &vocabulary, const Counter &counter);

} // namespace tagsmith
