// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/HistoryDelegate.h"

#include "gui/Icons.h"
#include "models/HistoryModel.h"
#include "models/RowChangeModel.h"

namespace tagsmith
{

using namespace Qt::StringLiterals;

HistoryDelegate::HistoryDelegate(QObject *parent) : QStyledItemDelegate(parent) {}

void HistoryDelegate::setPalette(const QPalette &palette)
{
    m_icons = {{u"set"_s, themedIcon(u"edit"_s, palette)}};
    for (const auto &kind :
         {u"add"_s, u"rename"_s, u"merge"_s, u"delete"_s, u"import"_s, u"undo"_s, u"redo"_s})
        m_icons.insert(kind, themedIcon(kind, palette));
}

void HistoryDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const QString kind = index.data(HistoryModel::KindRole).toString();
    if (!kind.isEmpty()) {
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->icon = m_icons.value(kind);
    }
    if (index.data(RowChangeModel::NoTextRole).toBool())
        option->font.setItalic(true);
}

} // namespace tagsmith
