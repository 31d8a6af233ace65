// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/HelpDialogs.h"

#include "gui/Icons.h"

#include <QAction>
#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QMessageBox>
#include <QTableWidget>
#include <QVBoxLayout>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

QString tr(const char *text)
{
    return QCoreApplication::translate("tagsmith::HelpDialogs", text);
}

struct Line
{
    QString keys;
    QString meaning;
};

QString keysOf(const QAction &action)
{
    QStringList keys;
    const QList<QKeySequence> shortcuts = action.shortcuts();
    for (const QKeySequence &shortcut : shortcuts)
        keys << shortcut.toString(QKeySequence::NativeText);
    return keys.join(u", "_s);
}

std::vector<Line> lines(const std::vector<QAction *> &actions)
{
    std::vector<Line> all;
    for (const QAction *action : actions) {
        if (!action->shortcut().isEmpty())
            all.push_back({keysOf(*action), action->statusTip()});
    }
    all.push_back({tr("F2, double click"), tr("Edit the cell; in the name's column, rename")});
    all.push_back({tr("Enter"), tr("Save what was typed into a cell")});
    all.push_back({tr("Esc"), tr("Give up what was typed into a cell; clear the filter")});
    all.push_back({tr("Down, in the filter"), tr("Go to the table")});
    all.push_back({tr("Menu key, Shift+F10"), tr("What can be done with the selected tags")});
    return all;
}

QTableWidget *shortcutTable(const std::vector<Line> &all, QWidget *parent)
{
    auto *table = new QTableWidget(static_cast<int>(all.size()), 2, parent);
    table->setObjectName(u"shortcutTable"_s);
    table->setAccessibleName(tr("Keyboard shortcuts"));
    table->setHorizontalHeaderLabels({tr("Keys"), tr("What they do")});
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setShowGrid(false);
    table->verticalHeader()->hide();
    table->horizontalHeader()->setStretchLastSection(true);
    for (int row = 0; row < table->rowCount(); ++row) {
        const Line &line = all[static_cast<size_t>(row)];
        table->setItem(row, 0, new QTableWidgetItem(line.keys));
        table->setItem(row, 1, new QTableWidgetItem(line.meaning));
    }
    table->resizeColumnToContents(0);
    return table;
}

} // namespace

void showAbout(QWidget *parent)
{
    auto *box = new QMessageBox(parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setObjectName(u"aboutBox"_s);
    box->setWindowTitle(tr("About Tagsmith"));
    box->setIconPixmap(applicationIcon().pixmap(64));
    box->setText(tr("Tagsmith %1").arg(QStringLiteral(TAGSMITH_VERSION)));
    box->setInformativeText(tr("See, edit and bulk-import the tags of any database.\n\n"
                               "Copyright The Tagsmith authors. Free software under the GNU "
                               "General Public License, version 3 or later."));
    box->open();
}

void showShortcuts(QWidget *parent, const std::vector<QAction *> &actions)
{
    auto *dialog = new QDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(u"shortcutsDialog"_s);
    dialog->setWindowTitle(tr("Keyboard shortcuts"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, dialog);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    auto *layout = new QVBoxLayout(dialog);
    layout->addWidget(shortcutTable(lines(actions), dialog));
    layout->addWidget(buttons);
    dialog->resize(640, 480);
    dialog->open();
}

} // namespace tagsmith
