// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/ReportFile.h"

#include "core/Error.h"

#include <QDir>
#include <QFileInfo>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

DatabaseError cannotWrite(const QSaveFile &file)
{
    return {ErrorKind::File, u"The report %1 cannot be written (%2); choose another file."_s.arg(
                                 file.fileName(), file.errorString())};
}

/** Where @p path leads, also if there is no such file yet. */
QString placeOf(const QString &path)
{
    const QFileInfo file(path);
    return file.exists()
               ? file.canonicalFilePath()
               : QDir(QFileInfo(file.absolutePath()).canonicalFilePath()).filePath(file.fileName());
}

bool isSamePlace(const QString &left, const QString &right)
{
    return !left.isEmpty() && !right.isEmpty() && placeOf(left) == placeOf(right);
}

void requireApart(const QString &what, const QString &path, const QString &source)
{
    if (!isSamePlace(path, source))
        return;
    throw DatabaseError(
        ErrorKind::Usage,
        u"%1 would replace %2, which is to be imported; choose another file."_s.arg(what, source));
}

std::vector<Column> reportColumns(const QStringList &columns, bool hasTarget)
{
    QStringList names{u"line"_s, u"verdict"_s, u"name"_s};
    if (hasTarget)
        names << u"target"_s;
    for (const QString &column : columns)
        names << column << column + u" (stored)"_s;
    names << u"equal name"_s << u"equal line"_s << u"column"_s << u"reason"_s;
    std::vector<Column> header;
    for (const QString &name : std::as_const(names)) {
        header.emplace_back();
        header.back().name = name;
    }
    return header;
}

/** A text that says something, else NULL. */
Cell cellOf(const QString &text)
{
    return text.isEmpty() ? Cell() : Cell(text);
}

} // namespace

void requireReportApart(const ImportRequest &request)
{
    const QStringList sources =
        request.source.data ? QStringList()
                            : QStringList(request.source.path) + request.source.furtherPaths;
    for (const QString &path : sources) {
        requireApart(u"The report"_s, request.reportPath, path);
        requireApart(u"The file of rejected records"_s, request.rejectsPath, path);
    }
    if (isSamePlace(request.reportPath, request.rejectsPath)) {
        throw DatabaseError(ErrorKind::Usage,
                            u"The report and the rejected records would both stand in %1; choose "
                            "two files."_s.arg(request.rejectsPath));
    }
}

ReportFile::ReportFile(const ImportRequest &request, const RecordReader &reader,
                       const QStringList &columns)
    : m_reader(reader), m_columnCount(static_cast<size_t>(columns.size()))
{
    if (request.reportPath.isEmpty())
        return;
    m_file = std::make_unique<QSaveFile>(request.reportPath);
    if (!m_file->open(QIODevice::WriteOnly))
        throw cannotWrite(*m_file);
    m_writer = makeRecordWriter(FileFormat::Csv, *m_file, reportColumns(columns, hasTarget()), 2);
}

ReportFile::~ReportFile() = default;

void ReportFile::write(const ImportLine &line)
{
    Row row{lineText(line.line), lineVerdictName(line.verdict), line.name};
    row.reserve(m_columnCount * 2 + 8);
    if (hasTarget())
        row.push_back(cellOf(line.target));
    for (size_t i = 0; i < m_columnCount; ++i) {
        row.push_back(i < line.values.size() ? line.values[i] : Cell());
        row.push_back(i < line.stored.size() ? line.stored[i] : Cell());
    }
    row.push_back(cellOf(line.equalName));
    row.push_back(line.equalLine > 0 ? Cell(lineText(line.equalLine)) : Cell());
    row.push_back(cellOf(line.column));
    row.push_back(cellOf(line.reason));
    m_writer->write(row);
}

QString ReportFile::lineText(qint64 line) const
{
    return fileLineText(m_reader.files(), line);
}

void ReportFile::finish()
{
    if (!m_file)
        return;
    m_writer->finish();
    if (!m_file->commit())
        throw cannotWrite(*m_file);
}

} // namespace tagsmith
