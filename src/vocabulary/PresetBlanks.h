// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Cell.h"

#include <QJsonObject>
#include <QString>

namespace tagsmith
{

/** What a preset's file leaves open, and the database it was found in says. */
struct PresetBlanks
{
    QString prefix;
    Cell value;
    QString locale;

    /** @p text with {prefix}, {value} and {locale} replaced; NULL becomes an empty text. */
    QString filled(const QString &text) const;
    /** The same for every text in @p json. A condition on "{value}" takes NULL over as null. */
    QJsonObject filled(const QJsonObject &json) const;
};

} // namespace tagsmith
