// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace tagsmith
{

/**
 * Appends @p value, UTF-8, to @p row as a JSON string, byte for byte as JSON_ARRAY() of MariaDB
 * 10.11 writes it; see RowImage.
 */
void appendJsonString(QByteArray &row, QByteArrayView value);

} // namespace tagsmith
