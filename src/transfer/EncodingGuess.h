// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/EncodingFinding.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

namespace tagsmith
{

/**
 * "UTF-32LE" or "UTF-32BE" if every four bytes of @p head are a character, "UTF-16LE" or "UTF-16BE"
 * if every second byte of it is mostly zero, else nothing.
 */
QString wideEncodingByZeros(QByteArrayView head);

/**
 * "UTF-16LE" or "UTF-16BE" if the code units of @p head are all characters, with line ends and
 * separators among them, else nothing; for text that is not UTF-8 anyway.
 */
QString wideEncodingByUnits(QByteArrayView head);

/**
 * ICU's best guess, with its confidence, at a legacy encoding that decodes all of @p sample; else
 * "windows-1252", without any.
 */
EncodingFinding guessEncoding(const QByteArray &sample);

} // namespace tagsmith
