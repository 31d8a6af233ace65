// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/ImportFiles.h"

#include <QFileInfo>

#include <algorithm>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

/** The file with @p line, or null where there is one file alone. */
const ImportFile *fileOf(const ImportFiles &files, qint64 line)
{
    const auto behind = std::find_if(files.begin(), files.end(), [line](const ImportFile &file) {
        return file.linesBefore >= line;
    });
    return behind == files.begin() ? nullptr : &*(behind - 1);
}

QString titleOf(const ImportFile &file)
{
    return file.title.isEmpty() ? QFileInfo(file.path).fileName() : file.title;
}

/** The last @p parts of a path: its name, with folders before it. */
QString endOf(const QString &path, int parts)
{
    return path.section(u'/', -parts, -1, QString::SectionSkipEmpty);
}

} // namespace

FileLine fileLine(const ImportFiles &files, qint64 line)
{
    const ImportFile *file = fileOf(files, line);
    return file ? FileLine{file->path, line - file->linesBefore} : FileLine{{}, line};
}

QString fileLineText(const ImportFiles &files, qint64 line)
{
    const ImportFile *file = fileOf(files, line);
    return file ? titleOf(*file) + u':' + QString::number(line - file->linesBefore)
                : QString::number(line);
}

QString fileLineWords(const ImportFiles &files, qint64 line)
{
    const ImportFile *file = fileOf(files, line);
    return file ? u"%1 of %2"_s.arg(QString::number(line - file->linesBefore), titleOf(*file))
                : QString::number(line);
}

QStringList fileTitles(const QStringList &paths)
{
    QStringList titles;
    for (const QString &path : paths) {
        const auto depth = static_cast<int>(path.count(u'/')) + 1;
        const auto isShared = [&](int parts) {
            const QString end = endOf(path, parts);
            return std::any_of(paths.begin(), paths.end(), [&](const QString &other) {
                return other != path && endOf(other, parts) == end;
            });
        };
        int parts = 1;
        while (parts < depth && isShared(parts))
            ++parts;
        titles << (parts < depth ? endOf(path, parts) : path);
    }
    return titles;
}

QString filesText(const QStringList &paths)
{
    const QString first = QFileInfo(paths.value(0)).fileName();
    return paths.size() < 2 ? first
                            : u"%1 and %2 more"_s.arg(first, QString::number(paths.size() - 1));
}

} // namespace tagsmith
