// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/ExportTags.h"

#include "core/Error.h"
#include "transfer/RecordWriter.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <cstdio>
#include <numeric>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qint64 rowsPerReport = 20'000;

/** Standard output, a device, or a file that replaces the one before only once it is whole. */
class ExportFile
{
public:
    explicit ExportFile(const QString &path) : m_path(path)
    {
        const QFileInfo info(path);
        const bool isDevice = info.exists() && !info.isFile() && !info.isDir();
        bool isOpen = false;
        if (path == "-"_L1) {
            auto file = std::make_unique<QFile>();
            isOpen = file->open(stdout, QIODevice::WriteOnly);
            m_device = std::move(file);
        } else if (isDevice) {
            m_device = std::make_unique<QFile>(path);
            isOpen = m_device->open(QIODevice::WriteOnly);
        } else {
            auto file = std::make_unique<QSaveFile>(path);
            m_saved = file.get();
            isOpen = file->open(QIODevice::WriteOnly);
            m_device = std::move(file);
        }
        if (!isOpen)
            throw failure();
    }

    QIODevice &device() { return *m_device; }

    void finish()
    {
        auto *file = qobject_cast<QFileDevice *>(m_device.get());
        const bool isWritten = m_saved ? m_saved->commit() : file->flush();
        if (!isWritten)
            throw failure();
    }

private:
    DatabaseError failure() const
    {
        const auto *file = qobject_cast<const QFileDevice *>(m_device.get());
        const bool isFull = file && file->error() == QFileDevice::ResourceError;
        return {isFull ? ErrorKind::DiskFull : ErrorKind::File,
                u"The file %1 cannot be written (%2); choose another place."_s.arg(
                    m_path, m_device->errorString())};
    }

    QString m_path;
    std::unique_ptr<QIODevice> m_device;
    QSaveFile *m_saved = nullptr;
};

} // namespace

qint64 exportTags(const ExportRequest &request, const CancelToken &token,
                  const ProgressCallback &progress)
{
    const Snapshot &snapshot = *request.snapshot;
    std::vector<int> columns = request.columns;
    if (columns.empty()) {
        columns.resize(snapshot.columns().size());
        std::iota(columns.begin(), columns.end(), 0);
    }
    std::vector<Column> fields;
    int nameField = 0;
    for (const int column : columns) {
        if (column == snapshot.nameColumn())
            nameField = static_cast<int>(fields.size());
        fields.push_back(snapshot.columns()[static_cast<size_t>(column)]);
    }

    ExportFile file(request.path);
    const auto writer = makeRecordWriter(request.format, file.device(), fields, nameField,
                                         {request.spreadsheetSafe});
    Row row(columns.size());
    qint64 written = 0;
    for (const std::uint32_t index : request.rows) {
        for (size_t i = 0; i < columns.size(); ++i)
            row[i] = snapshot.cell(static_cast<int>(index), columns[i]);
        writer->write(row);
        if (++written % rowsPerReport == 0) {
            token.throwIfCancelled();
            progress({written, written, static_cast<qint64>(request.rows.size())});
        }
    }
    writer->finish();
    file.finish();
    return written;
}

} // namespace tagsmith
