// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Arrangement.h"
#include "core/ImportAccount.h"
#include "core/Receipt.h"
#include "core/Vocabulary.h"

#include <QJsonObject>

#include <vector>

namespace tagsmith
{

/** {"vocabularies":[…]} */
QJsonObject toJson(const std::vector<Vocabulary> &vocabularies);
/** What a write did; "operation" is null for a dry run. */
QJsonObject toJson(const Receipt &receipt);
/** The closing account of an import. */
QJsonObject toJson(const ImportAccount &account);

/**
 * One tag: its name as "name", its uses as "uses", every further column under its own name. A
 * column that is itself called "name" or "uses" gets the table's name before it: "tags.uses".
 */
QJsonObject tagToJson(const Snapshot &snapshot, int row, const QString &table, qint64 uses);

} // namespace tagsmith
