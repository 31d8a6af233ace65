// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "SampleFile.h"

#include <QFile>

namespace tagsmith
{

void writeSampleFile(const QString &path, int rows)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        qFatal("%s cannot be written", qPrintable(path));
    file.write("tag_id,description\n");
    for (int i = 0; i < rows; ++i) {
        // A multiplicative hash scatters the names, as those of a real file are.
        const auto scattered = static_cast<quint32>(static_cast<quint64>(i) * 2'654'435'761U);
        QByteArray line = "tag-" + QByteArray::number(scattered, 16).rightJustified(8, '0') + '-' +
                          QByteArray::number(i) + ',';
        line += ("the description of tag number " + QByteArray::number(i) + ' ')
                    .leftJustified(60, 'x', true);
        file.write(line + '\n');
    }
}

} // namespace tagsmith
