// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/ColumnsMenu.h"

#include <QHeaderView>

namespace tagsmith
{

using namespace Qt::StringLiterals;

ColumnsMenu::ColumnsMenu(QWidget *parent) : QMenu(parent)
{
    connect(this, &QMenu::aboutToShow, this, &ColumnsMenu::fill);
}

void ColumnsMenu::attach(QHeaderView *header)
{
    m_header = header;
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QWidget::customContextMenuRequested, this,
            [this](const QPoint &position) { popup(m_header->mapToGlobal(position)); });
}

void ColumnsMenu::fill()
{
    clear();
    const int shownCount = m_header->count() - m_header->hiddenSectionCount();
    for (int visual = 0; visual < m_header->count(); ++visual) {
        const int column = m_header->logicalIndex(visual);
        const bool shown = !m_header->isSectionHidden(column);
        QString text =
            m_header->model()->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        // In a menu a lone ampersand would mark a mnemonic.
        QAction *action = addAction(text.replace(u'&', u"&&"_s));
        action->setObjectName(u"showColumn%1"_s.arg(column));
        action->setCheckable(true);
        action->setChecked(shown);
        action->setEnabled(!shown || shownCount > 1);
        connect(action, &QAction::toggled, this, [this, column](bool on) { setShown(column, on); });
    }
    addSeparator();
    QAction *all = addAction(tr("Show &all columns"));
    all->setObjectName(u"showAllColumnsAction"_s);
    all->setEnabled(m_header->hiddenSectionCount() > 0);
    connect(all, &QAction::triggered, this, [this] {
        for (int column = 0; column < m_header->count(); ++column)
            setShown(column, true);
    });
}

void ColumnsMenu::setShown(int column, bool shown)
{
    m_header->setSectionHidden(column, !shown);
}

} // namespace tagsmith
