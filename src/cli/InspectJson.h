// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Vocabulary.h"

#include <QJsonObject>

#include <vector>

namespace tagsmith
{

/** {"vocabularies":[…]} */
QJsonObject inspectJson(const std::vector<Vocabulary> &vocabularies);

} // namespace tagsmith
