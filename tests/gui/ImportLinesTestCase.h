// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/ImportDialogTestCase.h"

namespace tagsmith
{

/** The base of the test classes whose cases look at the preview of every line and correct it. */
class ImportLinesTestCase : public ImportDialogTestCase
{
protected:
    static ImportSource text(const QByteArray &bytes)
    {
        ImportSource source;
        source.data = bytes;
        source.format = FileFormat::Csv;
        source.encoding = QStringLiteral("UTF-8");
        return source;
    }
    static QTableView *table(const ImportDialog &dialog)
    {
        return find<QTableView>(dialog, "linesTable");
    }
    static QString cell(const ImportDialog &dialog, int row, int column)
    {
        return table(dialog)->model()->index(row, column).data().toString();
    }
    static QStringList row(const ImportDialog &dialog, int row)
    {
        QStringList cells;
        for (int column = 0; column < table(dialog)->model()->columnCount(); ++column)
            cells << cell(dialog, row, column);
        return cells;
    }
    static int rows(const ImportDialog &dialog) { return table(dialog)->model()->rowCount(); }
    static QString filter(const ImportDialog &dialog, const char *name)
    {
        const auto *button = find<QAbstractButton>(dialog, name);
        return button->isVisible() ? button->text() : QString();
    }
    static void select(const ImportDialog &dialog, int row, int column = 0)
    {
        const QRect place = table(dialog)->visualRect(table(dialog)->model()->index(row, column));
        QTest::mouseClick(table(dialog)->viewport(), Qt::LeftButton, Qt::NoModifier,
                          place.center());
    }
    /** Types @p value into a cell, as a user does. */
    static void correct(const ImportDialog &dialog, int row, int column, const QString &value)
    {
        select(dialog, row, column);
        QTest::keyClick(table(dialog), Qt::Key_F2);
        auto *editor = find<QLineEdit>(dialog, "lineEditor");
        editor->selectAll();
        if (value.isEmpty())
            QTest::keyClick(editor, Qt::Key_Delete);
        else
            QTest::keyClicks(editor, value);
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_VERIFY(!dialog.findChild<QLineEdit *>(QStringLiteral("lineEditor")));
    }
    static void showPreview(ImportDialog &dialog, const ImportSource &source)
    {
        dialog.open();
        dialog.setSource(source);
        QTRY_VERIFY(isReady(dialog));
        click(dialog, "previewButton");
        QTRY_VERIFY(isPreviewShown(dialog));
    }
    static bool isEditable(const ImportDialog &dialog, int row, int column)
    {
        return table(dialog)->model()->index(row, column).flags().testFlag(Qt::ItemIsEditable);
    }
};

} // namespace tagsmith
