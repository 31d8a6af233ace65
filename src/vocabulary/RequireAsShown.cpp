// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/RequireAsShown.h"

#include "core/CompareReceipts.h"
#include "core/Error.h"

namespace tagsmith
{

using namespace Qt::StringLiterals;

void requireAsShown(const ShownReceipt &shown, const Receipt &found)
{
    if (!shown)
        return;
    const QStringList differences = receiptDifferences(*shown, found);
    if (differences.isEmpty())
        return;
    throw DatabaseError(ErrorKind::Conflict,
                        u"The database has changed since the preview (%1), so that nothing was "
                        "done; look at it again."_s.arg(differences.join(u"; "_s)));
}

} // namespace tagsmith
