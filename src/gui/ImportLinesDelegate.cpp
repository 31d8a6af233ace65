// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/ImportLinesDelegate.h"

#include "gui/ImportLinesEditor.h"
#include "gui/ImportLinesModel.h"

#include <QApplication>
#include <QPainter>

#include <algorithm>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

/** Draws @p text at the left of @p rect, at most @p width wide, and takes its place away. */
void drawPart(QPainter &painter, QRect &rect, const QString &text, int width, const QColor &color)
{
    const QFontMetrics metrics = painter.fontMetrics();
    const QString shown = metrics.elidedText(text, Qt::ElideRight, width);
    painter.setPen(color);
    painter.drawText(rect, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, shown);
    rect.setLeft(rect.left() + std::min(width, metrics.horizontalAdvance(shown)));
}

void drawChange(QPainter &painter, const QStyleOptionViewItem &option, QRect rect,
                const QString &before, const QString &now)
{
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    const QPalette::ColorGroup group =
        option.state.testFlag(QStyle::State_Active) ? QPalette::Active : QPalette::Inactive;
    const QColor strong =
        option.palette.color(group, isSelected ? QPalette::HighlightedText : QPalette::Text);
    QColor weak = isSelected ? strong : option.palette.color(group, QPalette::PlaceholderText);
    if (isSelected)
        weak.setAlphaF(0.7F);
    painter.save();
    painter.setClipRect(rect);
    painter.setFont(option.font);
    const QString arrow = u" → "_s;
    const int arrowWidth = painter.fontMetrics().horizontalAdvance(arrow);
    const int space = std::max(0, rect.width() - arrowWidth);
    // The new value may take what the old one leaves, and the old one half of the cell.
    const int wanted = painter.fontMetrics().horizontalAdvance(now);
    drawPart(painter, rect, before, std::max(space / 2, space - wanted), weak);
    drawPart(painter, rect, arrow, arrowWidth, weak);
    drawPart(painter, rect, now, std::max(0, rect.width()), strong);
    painter.restore();
}

} // namespace

void ImportLinesDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                                const QModelIndex &index) const
{
    const QVariant before = index.data(ImportLinesModel::OldTextRole);
    if (!before.isValid()) {
        QStyledItemDelegate::paint(painter, option, index);
        return;
    }
    QStyleOptionViewItem complete = option;
    initStyleOption(&complete, index);
    complete.text.clear();
    const QWidget *widget = complete.widget;
    const QStyle *style = widget ? widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &complete, painter, widget);
    const int margin = style->pixelMetric(QStyle::PM_FocusFrameHMargin, nullptr, widget) + 1;
    drawChange(*painter, complete, complete.rect.adjusted(margin, 0, -margin, 0), before.toString(),
               index.data(ImportLinesModel::NewTextRole).toString());
}

QWidget *ImportLinesDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &,
                                           const QModelIndex &index) const
{
    auto *editor = new ImportLinesEditor(
        index.model()->headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString(),
        index.data(ImportLinesModel::NullableRole).toBool(), parent);
    ++m_editors;
    auto *self = const_cast<ImportLinesDelegate *>(this); // Qt makes editors by a const function
    connect(editor, &QObject::destroyed, self, [self] {
        if (--self->m_editors == 0)
            emit self->editingEnded();
    });
    return editor;
}

void ImportLinesDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    auto *line = qobject_cast<ImportLinesEditor *>(editor);
    if (!line->isModified())
        line->setCell(index.data(ImportLinesModel::NullRole).toBool()
                          ? Cell()
                          : Cell(index.data(Qt::EditRole).toString()));
}

void ImportLinesDelegate::setModelData(QWidget *editor, QAbstractItemModel *model,
                                       const QModelIndex &index) const
{
    const auto *line = qobject_cast<ImportLinesEditor *>(editor);
    if (!line->isModified())
        return;
    const Cell cell = line->cell();
    model->setData(index, cell ? QVariant(*cell) : QVariant());
}

void ImportLinesDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                                               const QModelIndex &) const
{
    // A narrow column must not leave too little room to write, nor the window's edge cut it off.
    const QRect window = editor->parentWidget()->rect();
    QRect place = option.rect;
    place.setWidth(std::min(window.width(), std::max(place.width(), editor->sizeHint().width())));
    place.moveLeft(std::max(window.left(), std::min(place.left(), window.right() - place.width())));
    editor->setGeometry(place);
}

void ImportLinesDelegate::initStyleOption(QStyleOptionViewItem *option,
                                          const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    // A reason may begin with a value that is longer than the column.
    if (index.column() == index.model()->columnCount() - 1)
        option->textElideMode = Qt::ElideMiddle;
    if (!index.data(ImportLinesModel::NullRole).toBool())
        return;
    option->font.setItalic(true);
    option->palette.setBrush(QPalette::Text, option->palette.brush(QPalette::PlaceholderText));
}

} // namespace tagsmith
