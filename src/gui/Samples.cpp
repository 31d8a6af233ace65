// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/Samples.h"

#include <QCoreApplication>
#include <QDir>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

QString titleOf(const QString &baseName)
{
    if (baseName == "debian-facets"_L1)
        return QCoreApplication::translate("tagsmith::Samples", "Debian package facets");
    if (baseName == "icon-keywords"_L1)
        return QCoreApplication::translate("tagsmith::Samples", "Icon keywords");
    return baseName;
}

} // namespace

std::vector<Sample> samples()
{
    std::vector<Sample> found;
    const QFileInfoList files =
        QDir(u":/samples"_s).entryInfoList({u"*.csv"_s}, QDir::Files, QDir::Name);
    for (const QFileInfo &file : files)
        found.push_back({titleOf(file.completeBaseName()), file.filePath()});
    return found;
}

} // namespace tagsmith
