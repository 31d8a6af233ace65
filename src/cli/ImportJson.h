// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ImportAccount.h"

#include <QJsonObject>

namespace tagsmith
{

/** The closing account of an import. */
QJsonObject importJson(const ImportAccount &account);

} // namespace tagsmith
