// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Receipt.h"

#include <QString>

namespace tagsmith
{

/** A few rows as a table with a line of column names; long values are cut. */
QString sampleText(const SampleRows &sample);

} // namespace tagsmith
