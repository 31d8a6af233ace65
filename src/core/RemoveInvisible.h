// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace tagsmith
{

/**
 * @p text without format and control characters (general categories Cf and Cc), which nobody sees
 * and which make two names differ. White space stays, and so do the characters that one does see
 * the effect of: ZWNJ, ZWJ and the Mongolian vowel separator between letters of scripts that are
 * written with them, ZWJ after a virama, ZWJ inside an emoji, the tags of a flag, the Arabic number
 * signs and their like, and the joiners of hieroglyphs. Thread-safe.
 */
QString removeInvisible(const QString &text);

} // namespace tagsmith
