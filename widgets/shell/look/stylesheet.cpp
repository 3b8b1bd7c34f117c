// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/look/stylesheet.h"

#include <array>
#include <utility>

namespace whittle
{

namespace
{

constexpr const char* labels = R"(
QLabel[role="heading"] { font-size: 15px; font-weight: 600; }
QLabel[role="title"] { font-size: 26px; font-weight: 600; }
QLabel[role="strong"] { font-weight: 600; }
QLabel[role="dim"] { color: @dim; }
QLabel[role="small"] { color: @dim; font-size: 12px; }
QLabel[role="eyebrow"] { color: @accent; font-size: 11px; font-weight: 600; }
QToolTip { background: @panel; color: @text; border: 1px solid @line; padding: 4px; }
)";

constexpr const char* frames = R"(
QMainWindow, QDialog { background: @background; }
QFrame[card="true"] { background: @panel; border: 1px solid @line; border-radius: 8px; }
#topBar { background: @panel; border: none; border-bottom: 1px solid @line; }
#messageBar { background: @panel; border: 1px solid @accent; border-radius: 8px; }
#messageBar[severity="error"] { border-color: @bad; }
#messageBar[severity="warning"] { border-color: @warn; }
#messageBar[severity="success"] { border-color: @ok; }
QMenuBar { background: @panel; border: none; padding: 2px 8px; }
QMenuBar::item { background: transparent; padding: 5px 9px; border-radius: 4px; }
QMenuBar::item:selected { background: @soft; color: @text; }
QMenu { background: @panel; border: 1px solid @line; padding: 5px; }
QMenu::item { padding: 6px 28px 6px 24px; border-radius: 4px; }
QMenu::item:selected { background: @soft; color: @text; }
QMenu::item:disabled { color: @faint; }
QMenu::separator { height: 1px; background: @line; margin: 5px 8px; }
QSplitter::handle { background: transparent; }
QSplitter::handle:hover { background: @line; }
QScrollArea { background: transparent; border: none; }
QAbstractScrollArea::corner { background: transparent; }
)";

constexpr const char* buttons = R"(
QPushButton { background: @panel; color: @text; border: 1px solid @line; border-radius: 6px; padding: 6px 14px; }
QPushButton:hover { border-color: @faint; background: @soft; }
QPushButton:pressed { background: @line; }
QPushButton:focus { border: 2px solid @accent; padding: 5px 13px; }
QPushButton:disabled { color: @faint; background: @background; }
QPushButton[primary="true"] { background: @accent; color: @onAccent; border-color: @accent; font-weight: 600; }
QPushButton[primary="true"]:hover { background: @accentHover; border-color: @accentHover; }
QPushButton[primary="true"]:focus { border: 2px solid @text; }
QPushButton[primary="true"]:disabled { background: @line; border-color: @line; color: @dim; }
QPushButton[link="true"] { background: transparent; border: 1px solid transparent; color: @accent; padding: 2px 4px; }
QPushButton[link="true"]:hover { text-decoration: underline; }
QPushButton[link="true"]:focus { border: 1px solid @accent; border-radius: 4px; padding: 2px 4px; }
QToolButton { background: transparent; color: @text; border: 1px solid transparent; border-radius: 6px; padding: 5px; }
QToolButton:hover { background: @soft; }
QToolButton:focus { border: 1px solid @accent; }
QToolButton#zoneButton { color: @dim; padding: 6px 20px 6px 8px; }
QToolButton#zoneButton::menu-indicator { image: url(:/icons/chevron.svg); subcontrol-position: right center; right: 4px; width: 12px; height: 12px; }
)";

constexpr const char* inputs = R"(
QLineEdit { background: @background; color: @text; border: 1px solid @line; border-radius: 6px; padding: 5px 8px;
            selection-background-color: @accent; selection-color: @onAccent; }
QLineEdit:focus { border: 1px solid @accent; }
QLineEdit#caseTitle { background: transparent; border: 1px solid transparent; font-size: 16px; font-weight: 600; padding: 4px 6px; }
QLineEdit#caseTitle:hover { border-color: @line; }
QLineEdit#caseTitle:focus { border-color: @accent; background: @background; }
QComboBox { background: @panel; color: @text; border: 1px solid @line; border-radius: 6px; padding: 4px 8px; }
QComboBox:hover { border-color: @faint; }
QComboBox:focus { border-color: @accent; }
QComboBox::drop-down { border: none; width: 20px; }
QComboBox::down-arrow { image: url(:/icons/chevron.svg); width: 12px; height: 12px; }
QComboBox QAbstractItemView { background: @panel; border: 1px solid @line; padding: 4px; }
QProgressBar { background: @grid; border: none; border-radius: 3px; max-height: 6px; min-height: 6px; }
QProgressBar::chunk { background: @accent; border-radius: 3px; }
)";

constexpr const char* views = R"(
QTabWidget::pane { border: none; border-top: 1px solid @line; }
QTabWidget::tab-bar { left: 10px; }
QTabBar { background: transparent; qproperty-drawBase: 0; }
QTabBar::tab { background: transparent; color: @dim; border: none; border-bottom: 3px solid transparent; padding: 9px 10px 7px 10px;
               margin-right: 14px; }
QTabBar::tab:hover { color: @text; }
QTabBar::tab:selected { color: @text; border-bottom-color: @accent; }
QTabBar::tab:focus { color: @accent; }
QTableView, QTreeView, QListView { background: @panel; alternate-background-color: @background; color: @text; border: none;
            gridline-color: @grid; selection-background-color: @soft; selection-color: @text; outline: none; }
QTableView::item:selected, QTreeView::item:selected, QListView::item:selected { background: @soft; color: @text; }
QTableView::item:focus, QTreeView::item:focus { border: 1px solid @accent; }
QHeaderView { background: @panel; }
QHeaderView::section { background: @panel; color: @dim; border: none; border-bottom: 1px solid @line; padding: 6px 4px; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 2px; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 2px; }
QScrollBar::handle { background: @line; border-radius: 4px; min-height: 28px; min-width: 28px; }
QScrollBar::handle:hover { background: @faint; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
)";

constexpr const char* places = R"(
#dropArea { background: @panel; border: 2px dashed @line; border-radius: 14px; }
#dropArea[hot="true"] { border-color: @accent; background: @soft; }
#dropOverlay { background: @veil; border: 3px dashed @accent; border-radius: 10px; }
#dropOverlay QLabel { color: @accent; font-size: 22px; font-weight: 600; background: transparent; }
QPushButton#row { text-align: left; border: 1px solid transparent; background: transparent; padding: 7px 10px; border-radius: 6px; }
QPushButton#row:hover { background: @soft; }
QPushButton#row:focus { border: 1px solid @accent; padding: 7px 10px; }
QPushButton#row QLabel { background: transparent; }
QLabel[role="strong"]:disabled { color: @dim; font-weight: 400; }
QTextBrowser { background: @panel; color: @text; border: none; selection-background-color: @accent; selection-color: @onAccent; }
)";

QColor blend(const QColor& a, const QColor& b, double share)
{
    const auto mix = [share](int x, int y) { return static_cast<int>(x + (y - x) * share); };
    return {mix(a.red(), b.red()), mix(a.green(), b.green()), mix(a.blue(), b.blue())};
}

QString rgba(QColor color, int alpha)
{
    return QStringLiteral("rgba(%1,%2,%3,%4)")
        .arg(color.red())
        .arg(color.green())
        .arg(color.blue())
        .arg(alpha);
}

} // namespace

QString styleSheet(const Theme& theme)
{
    QString sheet;
    for (const char* part : {labels, frames, buttons, inputs, views, places})
        sheet += QLatin1String(part);
    // Longer names first: @accentHover before @accent.
    const std::array<std::pair<const char*, QString>, 15> colors{{
        {"@accentHover", blend(theme.accent, theme.text, 0.15).name()},
        {"@onAccent", theme.onAccent.name()},
        {"@accent", theme.accent.name()},
        {"@background", theme.background.name()},
        {"@panel", theme.panel.name()},
        {"@line", theme.line.name()},
        {"@text", theme.text.name()},
        {"@dim", theme.dim.name()},
        {"@faint", theme.faint.name()},
        {"@soft", theme.soft.name()},
        {"@grid", theme.grid.name()},
        {"@bad", theme.bad.name()},
        {"@warn", theme.warn.name()},
        {"@ok", theme.ok.name()},
        {"@veil", rgba(theme.panel, 225)},
    }};
    for (const auto& [name, value] : colors)
        sheet.replace(QLatin1String(name), value);
    return sheet;
}

} // namespace whittle
