// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "models/report/pagestrip.h"
#include "models/report/report.h"
#include "models/report/textstrips.h"

class QPagedPaintDevice;

namespace whittle
{

/// Sets a report's blocks as strips one below the other. Lengths in its interface are points, in the strips
/// units of the device.
class BlockLayout
{
public:
    BlockLayout(const QPagedPaintDevice& device, double unit)
        : m_device(device)
        , m_unit(unit)
    {
    }

    void title(const QString& title, const QString& subtitle);
    void add(const Block& block);

    const std::vector<Strip>& strips() const { return m_strips; }

private:
    /// How a text stands: where, and in what.
    struct Setting {
        TextStyle style;
        double left = 0; ///< points from the left of the content
        double right = 0; ///< points left free at the right
        double hanging = 0;
        double before = 0;
        bool keepWithNext = false; ///< no page ends after its last line
        QColor panel{}; ///< behind it, from `left` on; none where invalid
        QColor rule{}; ///< an upright line at the panel's left
        double above = 0; ///< the panel's padding above and below the text
        double below = 0;
    };
    using Paint = std::function<void(QPainter&, const QRectF&)>;

    void set(const Heading& heading);
    void set(const Paragraph& paragraph);
    void set(const Quotation& quotation);
    void set(const Table& table);
    void set(const Figure& figure);
    void set(const FindingBlock& finding);
    void set(const SuspectBlock& suspect);
    void set(const Items& items);
    void set(const Task& task);
    void set(const PageBreak& pageBreak);

    void text(const QString& text, const Setting& setting);
    void quote(const Quotation& quotation, double left);
    void append(Strip strip);
    /// Paints more onto a strip that is already there.
    void paintAlso(std::size_t strip, const Paint& paint);
    /// At the right of a line, in the space that the text left free.
    void noteBeside(std::size_t strip, const QString& text, const QColor& colour);
    void bar(double share, const QColor& colour, double left);
    std::vector<Strip> row(const Table& table, const QStringList& cells, bool header) const;
    TextStyle cellStyle(const Table::Column& column, bool header) const;
    LaidText lay(const QString& text, const TextStyle& style, double width, double hanging = 0,
                 bool right = false) const;
    double points(double count) const { return count * m_unit; }

    const QPagedPaintDevice& m_device;
    double m_unit;
    bool m_nextStartsPage = false;
    std::vector<Strip> m_strips;
};

} // namespace whittle
