// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/OperationTime.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

QString tr(const char *text)
{
    return QCoreApplication::translate("tagsmith::OperationTime", text);
}

} // namespace

QString operationTime(const QDateTime &at)
{
    const QDateTime local = at.toLocalTime();
    const QLocale locale;
    const QString time = locale.toString(local.time(), QLocale::ShortFormat);
    switch (local.date().daysTo(QDate::currentDate())) {
    case 0: return tr("Today %1").arg(time);
    case 1: return tr("Yesterday %1").arg(time);
    default: return u"%1 %2"_s.arg(locale.toString(local.date(), QLocale::ShortFormat), time);
    }
}

} // namespace tagsmith
