// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/Icons.h"

#include <QFile>
#include <QPainter>
#include <QPixmap>
#include <QSvgRenderer>

#include <array>

// A resource in a static library is registered by name, which has to happen outside a namespace.
static void registerIcons()
{
    Q_INIT_RESOURCE(resources);
}

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

constexpr std::array themedSizes = {16, 24, 32, 48};
constexpr std::array applicationSizes = {16, 24, 32, 48, 64, 128, 256};

QByteArray svgText(const QString &name)
{
    registerIcons();
    QFile file(u":/icons/%1.svg"_s.arg(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QPixmap rendered(const QByteArray &svg, int size)
{
    QPixmap pixmap(size, size);
    pixmap.fill(Qt::transparent);
    QSvgRenderer renderer(svg);
    QPainter painter(&pixmap);
    renderer.render(&painter);
    return pixmap;
}

template <size_t n>
void addPixmaps(QIcon &icon, const QByteArray &svg, const std::array<int, n> &sizes,
                QIcon::Mode mode)
{
    for (const int size : sizes)
        icon.addPixmap(rendered(svg, size), mode);
}

QByteArray coloured(QByteArray svg, const QColor &colour)
{
    return svg.replace("currentColor", colour.name(QColor::HexRgb).toLatin1());
}

} // namespace

QIcon themedIcon(const QString &name, const QPalette &palette)
{
    const QByteArray svg = svgText(name);
    QIcon icon;
    addPixmaps(icon, coloured(svg, palette.color(QPalette::Active, QPalette::ButtonText)),
               themedSizes, QIcon::Normal);
    addPixmaps(icon, coloured(svg, palette.color(QPalette::Disabled, QPalette::ButtonText)),
               themedSizes, QIcon::Disabled);
    return icon;
}

QIcon applicationIcon()
{
    QIcon icon;
    addPixmaps(icon, svgText(u"tagsmith"_s), applicationSizes, QIcon::Normal);
    return icon;
}

} // namespace tagsmith
