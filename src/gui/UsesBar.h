// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QPainter;
class QStyleOptionViewItem;

namespace tagsmith
{

/**
 * Draws a cell whose number stands on a bar, @p share (0 to 1) of the cell's width long, in the
 * colours of the palette. @p option is complete: what initStyleOption() made of it.
 */
void paintUsesBar(QPainter &painter, const QStyleOptionViewItem &option, double share);

} // namespace tagsmith
