// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "support/TestDatabase.h"
#include "transfer/MakeWorkbook.h"
#include "transfer/PackGzip.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

/** The files of tests/data/awkward/, each with what is expected of it; README.md there says how. */
namespace tagsmith::test
{

inline QDir awkwardFolder()
{
    return QDir(QStringLiteral(TAGSMITH_TEST_DATA "/awkward"));
}

/** "03-apostrophe" and so on. */
inline QStringList awkwardNames()
{
    QStringList names = awkwardFolder().entryList({QStringLiteral("*.expected.json")}, QDir::Files);
    for (QString &name : names)
        name = name.section(u'.', 0, 0);
    return names;
}

inline QByteArray bytesOfFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s cannot be read.", qPrintable(path));
    return file.readAll();
}

/** One awkward file: what is expected of it on the engine of this test run. */
class AwkwardFile
{
public:
    explicit AwkwardFile(const QString &name) : m_name(name)
    {
        const QString path = awkwardFolder().filePath(name + QStringLiteral(".expected.json"));
        QJsonParseError error;
        const QJsonDocument document = QJsonDocument::fromJson(bytesOfFile(path), &error);
        if (!document.isObject())
            qFatal("%s: %s", qPrintable(path), qPrintable(error.errorString()));
        m_expected = document.object();
        const QJsonObject ofEngine = m_expected
                                         .take(TestDatabase::isMariaDb() ? QStringLiteral("mariadb")
                                                                         : QStringLiteral("sqlite"))
                                         .toObject();
        for (auto entry = ofEngine.begin(); entry != ofEngine.end(); ++entry)
            m_expected.insert(entry.key(), entry.value());
    }

    bool has(const QString &key) const { return m_expected.contains(key); }
    QJsonValue at(const QString &key) const { return m_expected.value(key); }
    QJsonObject object(const QString &key) const { return at(key).toObject(); }
    QString text(const QString &key) const { return at(key).toString(); }

    /** The path of the file to import; made in @p folder if it is described rather than kept. */
    QString path(const QString &folder) const
    {
        if (!has(QStringLiteral("made")))
            return keptPath();
        const QJsonObject made = object(QStringLiteral("made"));
        const QString path =
            QDir(folder).filePath(m_name + u'.' + made[QStringLiteral("ending")].toString());
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(make(made)) < 0)
            qFatal("%s cannot be written.", qPrintable(path));
        return path;
    }

private:
    /** The file beside the expectations, with the same name and any ending. */
    QString keptPath() const
    {
        QStringList found = awkwardFolder().entryList({m_name + QStringLiteral(".*")}, QDir::Files);
        found.removeAll(m_name + QStringLiteral(".expected.json"));
        if (found.size() != 1)
            qFatal("%s needs one file and has %d.", qPrintable(m_name),
                   static_cast<int>(found.size()));
        return awkwardFolder().filePath(found.front());
    }

    QByteArray make(const QJsonObject &made) const
    {
        if (made.contains(QStringLiteral("packed")))
            return packGzip(
                bytesOfFile(awkwardFolder().filePath(made[QStringLiteral("packed")].toString())));
        if (made.contains(QStringLiteral("rows"))) {
            WorkbookParts parts;
            parts.sheetData = linesOf(made, QStringLiteral("rows"));
            parts.second = linesOf(made, QStringLiteral("secondSheet"));
            parts.styles = linesOf(made, QStringLiteral("styles"));
            return makeWorkbook(parts);
        }
        QString text = made[QStringLiteral("begin")].toString();
        const QString line = made[QStringLiteral("line")].toString();
        const int count = made[QStringLiteral("count")].toInt();
        for (int i = 1; i <= count; ++i)
            text += QString(line).replace(QStringLiteral("{n}"), QString::number(i));
        text += made[QStringLiteral("end")].toString();
        return made.contains(QStringLiteral("encoding")) ? text.toLatin1() : text.toUtf8();
    }

    static QByteArray linesOf(const QJsonObject &made, const QString &key)
    {
        QByteArray lines;
        const QJsonArray all = made[key].toArray();
        for (const QJsonValue &line : all)
            lines += line.toString().toUtf8();
        return lines;
    }

    QString m_name;
    QJsonObject m_expected;
};

} // namespace tagsmith::test
