// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Receipt.h"

#include <QJsonObject>

namespace tagsmith
{

/**
 * What a write did; "operation" is null where the journal does not have it: after a dry run, init,
 * and a write without the journal. @p withSql adds the statements as "sql".
 */
QJsonObject receiptJson(const Receipt &receipt, bool withSql);

/** Adds to @p json what an operation did beside its tags, with the keys of receiptJson(). */
void addBeside(QJsonObject &json, const Receipt &receipt);

} // namespace tagsmith
