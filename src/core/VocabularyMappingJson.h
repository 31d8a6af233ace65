// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Result.h"
#include "core/VocabularyMapping.h"

#include <QJsonObject>

namespace tagsmith
{

/** The mapping as JSON, as it is saved and as presets are written. Default values are left out. */
QJsonObject toJson(const VocabularyMapping &mapping);
/** The inverse. An error (kind Usage) names the member that is unknown, missing or of a wrong type.
 */
Result<VocabularyMapping> vocabularyMappingFromJson(const QJsonObject &json);

} // namespace tagsmith
