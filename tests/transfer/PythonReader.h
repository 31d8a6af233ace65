// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

#include <utility>

/** Files that Python reads, all of them in one process: a reader that shares nothing with ours. */
class PythonReader
{
public:
    enum class Kind { Csv, Json, JsonLines };

    /** @p encoding and @p delimiter as Python has them. */
    void add(const QByteArray &bytes, Kind kind, const QString &encoding, QChar delimiter = {})
    {
        static const QStringList kinds{QStringLiteral("csv"), QStringLiteral("json"),
                                       QStringLiteral("jsonl")};
        const QString path = m_folder.filePath(QString::number(m_files.size()));
        write(path, bytes);
        m_files.append(QJsonObject{{QStringLiteral("path"), path},
                                   {QStringLiteral("kind"), kinds[static_cast<int>(kind)]},
                                   {QStringLiteral("encoding"), encoding},
                                   {QStringLiteral("delimiter"), QString(delimiter)}});
    }

    /** An answer for each file, as read_with_python.py tells it; none where Python fails. */
    QJsonArray read()
    {
        const QString list = m_folder.filePath(QStringLiteral("list.json"));
        write(list, QJsonDocument(m_files).toJson());
        QProcess python;
        python.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        python.start(QStringLiteral("python3"),
                     {QStringLiteral("-B"),
                      QStringLiteral(TAGSMITH_SOURCE_DIR "/tests/transfer/read_with_python.py"),
                      list});
        if (!python.waitForFinished(-1)) {
            qWarning("python3: %s", qPrintable(python.errorString()));
            return {};
        }
        return QJsonDocument::fromJson(python.readAllStandardOutput()).array();
    }

private:
    static void write(const QString &path, const QByteArray &bytes)
    {
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("%s cannot be written.", qPrintable(path));
    }

    QTemporaryDir m_folder;
    QJsonArray m_files;
};
