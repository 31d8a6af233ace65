// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/ImportSourceFromMime.h"

#include <QMimeData>
#include <QUrl>

namespace tagsmith
{

using namespace Qt::StringLiterals;

std::optional<ImportSource> importSourceFromMime(const QMimeData &data)
{
    ImportSource source;
    const QList<QUrl> urls = data.urls();
    if (!urls.isEmpty()) {
        QStringList paths;
        for (const QUrl &url : urls) {
            // None is taken rather than some of them only.
            if (!url.isLocalFile())
                return std::nullopt;
            if (!paths.contains(url.toLocalFile()))
                paths << url.toLocalFile();
        }
        source.path = paths.value(0);
        source.furtherPaths = paths.mid(1);
        return source;
    }
    const QString text = data.text();
    if (text.isEmpty())
        return std::nullopt;
    source.data = text.toUtf8();
    source.encoding = u"UTF-8"_s;
    return source;
}

} // namespace tagsmith
