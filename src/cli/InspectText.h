// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Vocabulary.h"

#include <QString>

#include <vector>

namespace tagsmith
{

/** What `tagsmith inspect` shows: a block of lines for each vocabulary. */
QString inspectText(const std::vector<Vocabulary> &vocabularies);

} // namespace tagsmith
