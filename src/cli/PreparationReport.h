// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonObject>
#include <QString>

namespace tagsmith
{

/** What `tagsmith init` made, or in a dry run would make. */
struct Preparation
{
    bool table = false;   ///< the default table of tags
    bool journal = false; ///< the journal's tables, or their newest version
};

/** {"kind":"init","tags":1,"tables":["tags"],"journal":true,"operation":null,…} */
QJsonObject preparationJson(const Preparation &made, bool dryRun);
QString preparationText(const Preparation &made, bool dryRun);

} // namespace tagsmith
