// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

namespace tagsmith
{

/** The encodings to choose from, as ICU names them, the usual ones first. */
QStringList knownEncodings();

} // namespace tagsmith
