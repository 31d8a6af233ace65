// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/UsesBar.h"

#include <QApplication>
#include <QPainter>
#include <QStyle>
#include <QStyleOptionViewItem>

#include <algorithm>

namespace tagsmith
{

namespace
{

constexpr int margin = 2;
constexpr int barAlpha = 90; // the number on it stays readable
constexpr int selectedAlpha = 60;
constexpr int widest = 240; // in a wider column the number would be far from the name

QPalette::ColorGroup colourGroup(const QStyleOptionViewItem &option)
{
    if (!(option.state & QStyle::State_Enabled))
        return QPalette::Disabled;
    return option.state & QStyle::State_Active ? QPalette::Active : QPalette::Inactive;
}

/** The part of the cell that is drawn on. */
QRect drawnRect(const QStyleOptionViewItem &option)
{
    QRect room = option.rect;
    room.setWidth(std::min(room.width(), widest));
    return QStyle::visualRect(option.direction, option.rect, room);
}

/** Selected, the bar must stand out from the highlight, and its number from the bar. */
QColor barColour(const QStyleOptionViewItem &option)
{
    const QPalette::ColorGroup group = colourGroup(option);
    QColor colour = option.palette.color(group, QPalette::Highlight);
    colour.setAlpha(barAlpha);
    if (option.state & QStyle::State_Selected) {
        const QColor text = option.palette.color(group, QPalette::HighlightedText);
        colour = text.lightness() > 127 ? QColor(Qt::black) : QColor(Qt::white);
        colour.setAlpha(selectedAlpha);
    }
    return colour;
}

QRect barRect(const QStyleOptionViewItem &option, double share)
{
    const QRect room = drawnRect(option).adjusted(margin, margin, -margin, -margin - 1);
    // Whoever has any use at all has a bar that can be seen.
    const int width =
        share > 0 ? std::max(2, static_cast<int>(room.width() * std::min(share, 1.0))) : 0;
    const QRect bar(room.left(), room.top(), width, room.height());
    return QStyle::visualRect(option.direction, room, bar);
}

} // namespace

void paintUsesBar(QPainter &painter, const QStyleOptionViewItem &option, double share)
{
    const QStyle &style = option.widget ? *option.widget->style() : *QApplication::style();
    const bool isSelected = option.state & QStyle::State_Selected;
    const QPalette::ColorGroup group = colourGroup(option);

    QStyleOptionViewItem background = option;
    background.text.clear();
    style.drawControl(QStyle::CE_ItemViewItem, &background, &painter, option.widget);

    painter.fillRect(barRect(option, share), barColour(option));

    const int padding = style.pixelMetric(QStyle::PM_FocusFrameHMargin, &option) + 1;
    const QRect room = drawnRect(option).adjusted(padding, 0, -padding, 0);
    const QString text =
        option.fontMetrics.elidedText(option.text, option.textElideMode, room.width());
    painter.save();
    painter.setFont(option.font);
    painter.setPen(
        option.palette.color(group, isSelected ? QPalette::HighlightedText : QPalette::Text));
    style.drawItemText(&painter, room, static_cast<int>(option.displayAlignment), option.palette,
                       true, text);
    painter.restore();
}

} // namespace tagsmith
