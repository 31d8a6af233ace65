// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/MappingTrial.h"

#include <QString>

namespace tagsmith
{

/** What a mapping finds in the database, as rich text of a few lines. */
QString mappingTrialText(const MappingTrial &trial);

} // namespace tagsmith
