// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/RowConflict.h"

#include <QJsonArray>

#include <vector>

namespace tagsmith
{

/** [{"table","key":{…},"before":{…},"yours":{…},"theirs":{…},"reason"}]; null: no such row. */
QJsonArray conflictsJson(const std::vector<RowConflict> &conflicts);

} // namespace tagsmith
