// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ImportAccount.h"

#include <QString>

namespace tagsmith
{

/** The closing account of an import, with the first rejections and equal pairs. */
QString importText(const ImportAccount &account);

} // namespace tagsmith
