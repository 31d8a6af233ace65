// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

namespace tagsmith
{

/** What is to be done outside the database after a change, as a preset tells it. */
struct Aftercare
{
    QString text;                ///< one sentence
    QString command = {};        ///< to be run as it stands; empty where there is none
    QStringList operations = {}; ///< of "merge", "rename", "delete"; empty: all three

    friend bool operator==(const Aftercare &, const Aftercare &) = default;
};

} // namespace tagsmith
