// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/look/icons.h"

#include <QAbstractButton>
#include <QFile>
#include <QPainter>
#include <QSvgRenderer>

namespace whittle
{

namespace
{

QByteArray drawing(QLatin1String name, const QColor& color)
{
    QFile file(QLatin1String(":/icons/") + name + QLatin1String(".svg"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return file.readAll().replace("currentColor", color.name().toLatin1());
}

} // namespace

QPixmap linePixmap(QLatin1String name, const QColor& color, int size, double ratio)
{
    QPixmap pixmap(QSize(size, size) * ratio);
    pixmap.fill(Qt::transparent);
    QSvgRenderer renderer(drawing(name, color));
    QPainter painter(&pixmap);
    renderer.render(&painter);
    painter.end();
    pixmap.setDevicePixelRatio(ratio);
    return pixmap;
}

QIcon lineIcon(QLatin1String name, const QColor& color)
{
    QIcon icon;
    for (const int size : {16, 20, 24, 32, 48, 64})
        icon.addPixmap(linePixmap(name, color, size, 1.0));
    return icon;
}

void setLineIcon(QAbstractButton& button, QLatin1String name, const QColor& color)
{
    constexpr int size = 16;
    constexpr int room = 5;
    const double ratio = button.devicePixelRatioF();
    QPixmap padded(QSize(size + room, size) * ratio);
    padded.setDevicePixelRatio(ratio);
    padded.fill(Qt::transparent);
    QPainter painter(&padded);
    painter.drawPixmap(button.layoutDirection() == Qt::RightToLeft ? room : 0, 0,
                       linePixmap(name, color, size, ratio));
    painter.end();
    button.setIcon(padded);
    button.setIconSize(QSize(size + room, size));
}

} // namespace whittle
