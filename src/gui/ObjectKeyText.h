// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Reference.h"

#include <QString>

#include <vector>

namespace tagsmith
{

/**
 * Object keys as a user writes them: `content_type_id, object_id`; alternatives are separated by
 * `or`, and one whose NULLs name no object ends in a question mark: `ct_rc_id? or ct_rev_id?`.
 */
QString objectKeyText(const std::vector<ObjectKey> &objects);
/** The inverse; every text means something. */
std::vector<ObjectKey> objectKeysFromText(const QString &text);

} // namespace tagsmith
