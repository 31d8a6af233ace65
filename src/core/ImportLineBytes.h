// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ImportLine.h"

#include <QByteArray>
#include <QByteArrayView>

namespace tagsmith
{

/** Puts @p line behind @p bytes; every text, also one that is not Unicode, comes back as it was. */
void appendLineBytes(QByteArray &bytes, const ImportLine &line);

/** Takes the line at the beginning of @p bytes off; false where they are cut short. */
bool takeLineBytes(QByteArrayView &bytes, ImportLine &line);

} // namespace tagsmith
