// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/DialogTestCase.h"
#include "gui/ImportDialog.h"

#include <QAbstractItemModel>
#include <QFile>
#include <QLineEdit>
#include <QTableView>
#include <QTemporaryDir>

namespace tagsmith
{

/** The base of the test classes whose cases use the import dialog. */
class ImportDialogTestCase : public DialogTestCase
{
protected:
    static bool isReady(const ImportDialog &dialog)
    {
        return find<QAbstractButton>(dialog, "importButton")->isEnabled();
    }
    static QAbstractItemModel *preview(const ImportDialog &dialog)
    {
        return find<QTableView>(dialog, "previewTable")->model();
    }
    static bool isAccountShown(const ImportDialog &dialog)
    {
        return find(dialog, "accountView")->isVisible();
    }
    /** Whether the lines of the file are shown, judged and up to date. */
    static bool isPreviewShown(const ImportDialog &dialog)
    {
        return find(dialog, "linesView")->isVisible() && isReady(dialog);
    }
    static QString count(const ImportDialog &dialog, const char *name)
    {
        return find<QLabel>(dialog, name)->text();
    }
    /** Read, inserted, updated, unchanged, skipped and rejected, as shown. */
    static QStringList account(const ImportDialog &dialog)
    {
        return {count(dialog, "readCount"),    count(dialog, "insertedCount"),
                count(dialog, "updatedCount"), count(dialog, "unchangedCount"),
                count(dialog, "skippedCount"), count(dialog, "rejectedCount")};
    }
    static void typePath(const ImportDialog &dialog, const QString &path)
    {
        auto *edit = find<QLineEdit>(dialog, "pathEdit");
        edit->selectAll();
        QTest::keyClicks(edit, path);
    }
    static ImportSource fileSource(const QString &path)
    {
        ImportSource source;
        source.path = path;
        return source;
    }
    QString writeFile(const QString &name, const QByteArray &content) const
    {
        QFile file(folder().filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("The test cannot write its files.");
        return file.fileName();
    }
    /** A file that takes a while to import. */
    QString bigFile() const
    {
        const QString path = folder().filePath(QStringLiteral("big.csv"));
        QFile file(path);
        if (file.open(QIODevice::WriteOnly)) {
            file.write("tag_id,label\n");
            for (int i = 0; i < 100'000; ++i)
                file.write("tag number " + QByteArray::number(i) + ",some label\n");
        }
        return path;
    }

    const QTemporaryDir &folder() const { return m_folder; }

private:
    QTemporaryDir m_folder;
};

} // namespace tagsmith
