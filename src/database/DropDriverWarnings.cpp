// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/DropDriverWarnings.h"

#include <QString>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

QtMessageHandler previousHandler = nullptr;

void handle(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    if (text != "QMYSQLResult::cleanup: unable to free statement handle"_L1)
        previousHandler(type, context, text);
}

} // namespace

void dropDriverWarnings()
{
    previousHandler = qInstallMessageHandler(handle);
}

} // namespace tagsmith
