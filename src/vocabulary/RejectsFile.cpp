// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/RejectsFile.h"

#include "core/Error.h"
#include "vocabulary/RejectMarks.h"

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

DatabaseError cannotWrite(const QSaveFile &file)
{
    return {ErrorKind::File,
            u"The file of rejected records %1 cannot be written (%2); choose another."_s.arg(
                file.fileName(), file.errorString())};
}

/** How the names of files that hold @p format end, of which any reads the others. */
QStringList endingsOf(FileFormat format)
{
    switch (format) {
    case FileFormat::Json:
    case FileFormat::JsonLines: return {u"json"_s, u"jsonl"_s};
    case FileFormat::Xlsx: return {u"xlsx"_s};
    default: return {u"csv"_s, u"tsv"_s, u"lines"_s};
    }
}

/** Under a name that promises something else no program could open the file, ours among them. */
void requireFittingName(const QString &path, FileFormat format)
{
    if (path.endsWith(".gz"_L1, Qt::CaseInsensitive)) {
        throw DatabaseError(
            ErrorKind::Usage,
            u"Tagsmith reads files that are packed with gzip and writes none; leave out the ending "
            ".gz of \"%1\"."_s.arg(path));
    }
    const auto promised = fileFormatFromPath(path);
    if (!promised || endingsOf(format).contains(fileFormatName(*promised)))
        return;
    const QString ending = fileFormatName(format);
    throw DatabaseError(
        ErrorKind::Usage,
        u"The rejected records of this import are written as %1, which the ending "
        "of \"%2\" does not say; let it end in .%3."_s.arg(ending.toUpper(), path, ending));
}

} // namespace

RejectsFile::RejectsFile(const QString &path, const RecordReader &reader,
                         const Vocabulary &vocabulary)
{
    if (path.isEmpty())
        return;
    const FileFormat format = rejectsFormat(reader.format(), path);
    requireFittingName(path, format);
    m_file = std::make_unique<QSaveFile>(path);
    if (!m_file->open(QIODevice::WriteOnly))
        throw cannotWrite(*m_file);
    m_writer = makeRejectWriter(format, reader, *m_file, rejectMarks(reader.columns(), vocabulary));
}

RejectsFile::~RejectsFile() = default;

AccountBook::RejectSink RejectsFile::sink()
{
    if (!m_writer)
        return {};
    return [this](const Record &record, const QString &reason) { m_writer->write(record, reason); };
}

void RejectsFile::finish()
{
    if (!m_file)
        return;
    m_writer->finish();
    if (!m_file->commit())
        throw cannotWrite(*m_file);
}

} // namespace tagsmith
