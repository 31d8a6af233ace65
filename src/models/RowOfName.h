// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Arrangement.h"

#include <QString>

namespace tagsmith
{

/** The row of the tag called @p name (spelled so), or -1. Reads every name until it is found. */
int rowOfName(const Arrangement &arrangement, const QString &name);

} // namespace tagsmith
