// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/PreparationReport.h"

#include "cli/ReceiptJson.h"

#include <QJsonArray>

namespace tagsmith
{

using namespace Qt::StringLiterals;

QJsonObject preparationJson(const Preparation &made, bool dryRun)
{
    Receipt receipt;
    receipt.kind = u"init"_s;
    receipt.tags = made.table ? 1 : 0;
    receipt.dryRun = dryRun;
    // As every receipt, so that scripts need no case of their own.
    QJsonObject json = receiptJson(receipt, false);
    json.insert(u"tables"_s, made.table ? QJsonArray{u"tags"_s} : QJsonArray());
    json.insert(u"journal"_s, made.journal);
    return json;
}

QString preparationText(const Preparation &made, bool dryRun)
{
    QStringList parts;
    if (made.table)
        parts << u"the table of tags"_s;
    if (made.journal)
        parts << u"the journal"_s;
    if (parts.isEmpty())
        return u"The database has its vocabulary and its journal already.\n"_s;
    return (dryRun ? u"Would make %1; nothing was changed.\n"_s : u"Made %1.\n"_s)
        .arg(parts.join(u" and "_s));
}

} // namespace tagsmith
