// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/RequireAsPreviewed.h"

#include "core/Error.h"

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

/** "3 names would be new instead of 5", for each count that is another one. */
QStringList differences(const ImportAccount &shown, const ImportAccount &account)
{
    QStringList parts;
    const auto compare = [&parts](qint64 now, qint64 before, const QString &what) {
        if (now == before)
            return;
        const QString subject = now == 1 ? u"1 name"_s : u"%1 names"_s.arg(now);
        parts << u"%1 would be %2 instead of %3"_s.arg(subject, what, QString::number(before));
    };
    compare(account.inserted, shown.inserted, u"new"_s);
    compare(account.updated, shown.updated, u"changed"_s);
    compare(account.unchanged, shown.unchanged, u"unchanged"_s);
    compare(account.skipped, shown.skipped, u"skipped"_s);
    compare(account.rejected, shown.rejected, u"rejected"_s);
    compare(account.renamed, shown.renamed, u"renamed"_s);
    compare(account.merged, shown.merged, u"merged"_s);
    compare(account.deleted, shown.deleted, u"deleted"_s);
    compare(account.equalNamesCount, shown.equalNamesCount, u"equal to another"_s);
    return parts;
}

} // namespace

void requireAsPreviewed(const ImportRequest &request, const ImportAccount &account)
{
    if (!request.shown)
        return;
    const ImportAccount &shown = *request.shown;
    QStringList parts = differences(shown, account);
    const bool isSameFile = account.fingerprint.file == shown.fingerprint.file;
    if (parts.isEmpty() && isSameFile && account.fingerprint.table == shown.fingerprint.table)
        return;
    if (parts.isEmpty())
        parts << (isSameFile ? u"other tags would be new, or other values would be replaced"_s
                             : u"it holds other names or values"_s);
    const QString changed = isSameFile ? u"the table"_s : u"the file"_s;
    throw DatabaseError(ErrorKind::Conflict,
                        u"Since the preview %1 has changed: %2; nothing was imported, look at the "
                        "preview again."_s.arg(changed, parts.join(u", "_s)));
}

} // namespace tagsmith
