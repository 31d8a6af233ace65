// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "transfer/XlsxXml.h"

#include <QString>

namespace tagsmith
{

/** Inside an element `si` or `is`: its text, runs joined, pronunciation left out; at its end. */
QString readCellText(XlsxXml &xml);

} // namespace tagsmith
