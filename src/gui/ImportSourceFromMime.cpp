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
    if (data.hasUrls()) {
        const QList<QUrl> urls = data.urls();
        // Several files would need an account each; none is taken rather than the first one only.
        if (urls.size() != 1 || !urls.front().isLocalFile())
            return std::nullopt;
        source.path = urls.front().toLocalFile();
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
