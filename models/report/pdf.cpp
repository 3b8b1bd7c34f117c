// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/report/report.h"

#include <QBuffer>
#include <QFontMetricsF>
#include <QGuiApplication>
#include <QPageLayout>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QScreen>

#include "models/base/wholefile.h"
#include "models/report/blocklayout.h"
#include "models/report/visibletext.h"

namespace whittle
{
namespace
{

constexpr double pointsPerInch = 72;

/// That of the screen, so that a figure that is painted here has its fonts in the same proportion as in the
/// window.
int resolution()
{
    const QScreen* screen = QGuiApplication::primaryScreen();
    return screen ? qRound(screen->logicalDotsPerInch()) : 96;
}

void setUp(QPdfWriter& writer, const QString& title)
{
    writer.setResolution(resolution());
    writer.setPageLayout(QPageLayout(QPageSize(QPageSize::A4), QPageLayout::Portrait, QMarginsF()));
    writer.setTitle(visibleText(title));
    writer.setCreator(QStringLiteral("Whittle " WHITTLE_VERSION));
}

class PageFooter
{
public:
    PageFooter(const Report& report, const QPagedPaintDevice& device, double unit)
        : m_report(report)
        , m_device(device)
        , m_unit(unit)
    {
    }

    void paint(QPainter& painter, std::size_t page, std::size_t count) const
    {
        const QString pages = (m_report.pageText.isEmpty() ? QStringLiteral("%1 / %2") : m_report.pageText)
                                  .arg(page)
                                  .arg(count);
        const LaidText number(pages, style(), {print::contentWidth, 0, true}, m_device, m_unit);
        const double room = print::contentWidth * m_unit - number.widest() - 24 * m_unit;
        const QFontMetricsF metrics(style().font(), &m_device);
        const QString title =
            metrics.elidedText(drawableText(m_report.title, style().font()), Qt::ElideRight, room);
        const LaidText name(title, style(), {print::contentWidth}, m_device, m_unit);

        const QPointF at(print::marginSide * m_unit,
                         (print::pageHeight - print::footerBaseline) * m_unit - number.lineHeight());
        const double above = at.y() - 6 * m_unit;
        painter.fillRect(QRectF(at.x(), above, print::contentWidth * m_unit, 0.5 * m_unit), print::line);
        name.paintLine(painter, 0, at);
        number.paintLine(painter, 0, at);
    }

private:
    static TextStyle style() { return {7.8, print::dim, print::Face::Sans}; }

    const Report& m_report;
    const QPagedPaintDevice& m_device;
    double m_unit;
};

void paintPage(QPainter& painter, const StripPage& page, double unit)
{
    const QPointF corner(print::marginSide * unit, print::marginTop * unit);
    for (const PlacedStrip& placed : page) {
        const QRectF area(corner.x(), corner.y() + placed.y, print::contentWidth * unit,
                          placed.strip->height);
        placed.strip->paint(painter, area);
    }
}

/// First everything is laid out, so that the count of pages is known, then painted.
bool render(const Report& report, QIODevice& out)
{
    QPdfWriter writer(&out);
    setUp(writer, report.title);
    const double unit = writer.resolution() / pointsPerInch;
    BlockLayout layout(writer, unit);
    layout.title(report.title, report.subtitle);
    for (const Block& block : report.blocks)
        layout.add(block);
    const std::vector<StripPage> pages = paginate(layout.strips(), print::contentHeight * unit);

    QPainter painter;
    if (!painter.begin(&writer))
        return false;
    painter.setRenderHint(QPainter::Antialiasing);
    const PageFooter footer(report, writer, unit);
    for (std::size_t i = 0; i < pages.size(); ++i) {
        if (i > 0)
            writer.newPage();
        paintPage(painter, pages[i], unit);
        footer.paint(painter, i + 1, pages.size());
    }
    return painter.end();
}

} // namespace

Result<void> writePdf(const Report& report, const QString& path)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (!buffer.open(QIODevice::WriteOnly) || !render(report, buffer))
        return Error{ErrorCode::Io, "the PDF could not be made", path.toStdString()};
    buffer.close();
    return writeWholeFile(path.toStdString(), {bytes.data(), static_cast<std::size_t>(bytes.size())});
}

} // namespace whittle
