// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>

namespace whittle
{

/// How the report looks on paper: light whatever the theme, one accent. Lengths in points (1/72 inch).
namespace print
{

inline const QColor text{0x1d, 0x24, 0x30};
inline const QColor dim{0x5b, 0x66, 0x78};
inline const QColor line{0xd9, 0xdd, 0xe3};
inline const QColor soft{0xf3, 0xf5, 0xf8}; ///< behind quotations
inline const QColor accent{0x0b, 0x63, 0xce};
inline const QColor accentSoft{0xea, 0xf2, 0xfd};
inline const QColor bad{0xd1, 0x43, 0x2f};
inline const QColor warn{0xb4, 0x6a, 0x00};
inline const QColor ok{0x1f, 0x8a, 0x5b};

constexpr double pageWidth = 595.28; ///< A4
constexpr double pageHeight = 841.89;
constexpr double marginSide = 57;
constexpr double marginTop = 57;
constexpr double marginBottom = 68;
constexpr double footerBaseline = 40; ///< above the edge of the paper
constexpr double contentWidth = pageWidth - 2 * marginSide;
constexpr double contentHeight = pageHeight - marginTop - marginBottom;

enum class Face { Sans, Fixed };

} // namespace print

/// A face of text. Sizes in points; `leading` is the distance of baselines as a multiple of the face's own.
struct TextStyle {
    double size = 9.5;
    QColor colour = print::text;
    print::Face face = print::Face::Sans;
    bool bold = false;
    bool struckOut = false;
    double leading = 1.22;
    bool commands = false; ///< the text is an instruction: what stands in backticks is a command

    QFont font() const;
};

} // namespace whittle
