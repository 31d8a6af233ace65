// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Vocabulary.h"

#include <QString>

namespace tagsmith
{

class ScopedConnection;

/**
 * A text that is another one when rows of the vocabulary's tables, or of its references, may have
 * changed since, whoever changed them; cheap enough to be asked every few seconds.
 */
QString changeMark(ScopedConnection &connection, const Vocabulary &vocabulary);

} // namespace tagsmith
