// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/SqliteCollations.h"

#include <QByteArray>
#include <QString>

#include <sqlite3.h>

#include <algorithm>

namespace tagsmith
{

namespace
{

QByteArray upperCase(const void *text, int length)
{
    const QByteArray bytes = QByteArray::fromRawData(static_cast<const char *>(text), length);
    const bool isAscii = std::all_of(bytes.begin(), bytes.end(),
                                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    return isAscii ? bytes.toUpper() : QString::fromUtf8(bytes).toUpper().toUtf8();
}

int compareUpperCase(void *, int lengthA, const void *a, int lengthB, const void *b)
{
    return upperCase(a, lengthA).compare(upperCase(b, lengthB));
}

} // namespace

void addApplicationCollations(sqlite3 *handle)
{
    sqlite3_create_collation(handle, "NOCASE_UTF8", SQLITE_UTF8, nullptr, compareUpperCase);
}

} // namespace tagsmith
