// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>

namespace tagsmith
{

/** How many bytes of @p text from its beginning are one JSON number; 0 if it begins otherwise. */
qsizetype jsonNumberLength(QByteArrayView text);

} // namespace tagsmith
