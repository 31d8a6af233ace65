// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>
#include <string>

namespace tagsmith
{

/** Append one value to the text of a row, with its storage class; see SqliteRowFunctions.h. */
void appendInteger(std::string &row, qint64 value);
void appendReal(std::string &row, double value);
void appendText(std::string &row, QByteArrayView text);
void appendBlob(std::string &row, QByteArrayView bytes);

/** A value of a row's text. */
struct StoredValue
{
    char storage = 0; ///< i, r, t or b; 0: NULL
    QByteArray bytes; ///< i and r: its digits
};

/** The value with the index @p index in @p row; nothing where the text is no such row. */
std::optional<StoredValue> storedValue(QByteArrayView row, int index);

/** The number that appendReal() wrote as @p digits. */
double realOf(const QByteArray &digits);

} // namespace tagsmith
