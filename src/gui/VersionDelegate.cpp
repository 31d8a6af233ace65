// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/VersionDelegate.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStyleOptionButton>

namespace tagsmith
{

namespace
{

QPixmap radioButton(const QStyleOptionViewItem &option, bool on)
{
    const QWidget *widget = option.widget;
    const QStyle *style = widget ? widget->style() : QApplication::style();
    const int size = style->pixelMetric(QStyle::PM_ExclusiveIndicatorWidth, nullptr, widget);
    const qreal ratio = widget ? widget->devicePixelRatioF() : 1.0;
    QPixmap pixmap(QSize(size, size) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QStyleOptionButton button;
    button.rect = QRect(0, 0, size, size);
    button.palette = option.palette;
    button.state = QStyle::State_Enabled | (on ? QStyle::State_On : QStyle::State_Off);
    QPainter painter(&pixmap);
    style->drawPrimitive(QStyle::PE_IndicatorRadioButton, &button, &painter, widget);
    return pixmap;
}

bool isChoosing(const QEvent &event)
{
    if (event.type() == QEvent::MouseButtonRelease)
        return static_cast<const QMouseEvent &>(event).button() == Qt::LeftButton;
    return event.type() == QEvent::KeyPress &&
           static_cast<const QKeyEvent &>(event).key() == Qt::Key_Space;
}

} // namespace

bool VersionDelegate::editorEvent(QEvent *event, QAbstractItemModel *model,
                                  const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (isChoosing(*event))
        return model->setData(index, static_cast<int>(Qt::Checked), Qt::CheckStateRole);
    return QStyledItemDelegate::editorEvent(event, model, option, index);
}

void VersionDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    if (!(option->features & QStyleOptionViewItem::HasCheckIndicator))
        return;
    const QPixmap radio = radioButton(*option, option->checkState == Qt::Checked);
    option->features &= ~QStyleOptionViewItem::HasCheckIndicator;
    option->features |= QStyleOptionViewItem::HasDecoration;
    option->decorationSize = radio.deviceIndependentSize().toSize();
    QIcon icon(radio);
    icon.addPixmap(radio, QIcon::Selected); // a tinted one could not be told from the other
    option->icon = icon;
}

} // namespace tagsmith
