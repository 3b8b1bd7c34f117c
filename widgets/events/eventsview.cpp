// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/events/eventsview.h"

#include <algorithm>

#include <QClipboard>
#include <QContextMenuEvent>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMenu>
#include <QPainter>
#include <QScrollBar>

#include "widgets/events/eventquery.h"
#include "widgets/events/eventsmodel.h"

namespace whittle
{

namespace
{

bool isFixedForm(int column)
{
    return column == EventsModel::Time || column == EventsModel::PlaceColumn || column == EventsModel::From
        || column == EventsModel::To || column == EventsModel::Device || column == EventsModel::Fields;
}

QFont fixedFont(const QFont& like)
{
    QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    fixed.setPointSizeF(like.pointSizeF() * 0.92);
    return fixed;
}

} // namespace

void EventsDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    option->state &= ~QStyle::State_HasFocus; // the whole row is marked
    option->textElideMode = index.column() == EventsModel::Source ? Qt::ElideMiddle : Qt::ElideRight;
    if (isFixedForm(index.column()))
        option->font = fixedFont(option->font);
    const bool dim = index.column() == EventsModel::PlaceColumn || index.column() == EventsModel::Source
        || index.data(EventsModel::TrainRole).toBool();
    QColor color = dim ? m_theme.dim : m_theme.text;
    if (index.column() == EventsModel::Device && index.data(EventsModel::InferredRole).toBool()) {
        option->font.setItalic(true);
        color = m_theme.dim;
    }
    option->palette.setColor(QPalette::Text, color);
    option->palette.setColor(QPalette::HighlightedText, m_theme.text);
}

void EventsDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                           const QModelIndex& index) const
{
    if (index.column() != EventsModel::Kind) {
        QStyledItemDelegate::paint(painter, option, index);
        return;
    }
    const int room = option.rect.height();
    if (option.state.testFlag(QStyle::State_Selected))
        painter->fillRect(option.rect, option.palette.color(QPalette::Highlight));
    QStyleOptionViewItem text = option;
    text.rect.setLeft(option.rect.left() + room - 4);
    QStyledItemDelegate::paint(painter, text, index);
    const QRectF mark(option.rect.left() + 5, option.rect.top() + room / 2.0 - 4, 8, 8);
    paintMark(*painter, mark, index.data(EventsModel::FamilyRole).toInt());
}

/// A shape and a colour for each family, so that neither is needed alone.
void EventsDelegate::paintMark(QPainter& painter, const QRectF& area, int family) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const QPointF c = area.center();
    const qreal r = area.width() / 2;
    switch (static_cast<EventFamily>(family)) {
    case EventFamily::Dhcp:
        painter.setBrush(m_theme.lease);
        painter.drawRoundedRect(area.adjusted(0, 1.5, 0, -1.5), 1.5, 1.5);
        break;
    case EventFamily::Registration:
        painter.setBrush(m_theme.registered);
        painter.drawEllipse(area.adjusted(0.5, 0.5, -0.5, -0.5));
        break;
    case EventFamily::Ntp:
        painter.setBrush(m_theme.ok);
        painter.drawPolygon(
            QPolygonF{c + QPointF(0, -r), c + QPointF(r, 0), c + QPointF(0, r), c + QPointF(-r, 0)});
        break;
    case EventFamily::Tcp:
        painter.setBrush(m_theme.warn);
        painter.drawPolygon(QPolygonF{c + QPointF(-r, -r + 1), c + QPointF(r, 0), c + QPointF(-r, r - 1)});
        break;
    case EventFamily::Other:
        painter.setPen(QPen(m_theme.dim, 1.4));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(area.adjusted(1, 1, -1, -1));
        break;
    }
    painter.restore();
}

EventsView::EventsView(QWidget* parent)
    : QTableView(parent)
    , m_delegate(new EventsDelegate(this))
{
    setItemDelegate(m_delegate);
    setAccessibleName(tr("Events"));
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setWordWrap(false);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setTabKeyNavigation(false);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(1);
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 6);
    horizontalHeader()->setStretchLastSection(true);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setSectionsMovable(true);
    connect(this, &QTableView::doubleClicked, this, [this](const QModelIndex& index) {
        if (index.column() == EventsModel::Device && !index.data().toString().isEmpty())
            Q_EMIT deviceChosen(index.data().toString());
    });
}

void EventsView::setColumnWidths()
{
    const QFontMetrics fixed(fixedFont(font()));
    const auto room = [&](const char* sample) { return fixed.horizontalAdvance(QLatin1String(sample)) + 16; };
    const int header = horizontalHeader()->fontMetrics().horizontalAdvance(
                           model()->headerData(EventsModel::Time, Qt::Horizontal).toString())
        + 20;
    setColumnWidth(EventsModel::Time, std::max(room("2009-02-27 08:11:10.899"), header));
    setColumnWidth(EventsModel::Source, room("span-dc1.pcap"));
    setColumnWidth(EventsModel::PlaceColumn, room("frame 12345"));
    setColumnWidth(EventsModel::Device, room("SEP001E7A24429A"));
    setColumnWidth(EventsModel::Kind, room("Register accepted.."));
    setColumnWidth(EventsModel::From, room("10.20.16.37:4915"));
    setColumnWidth(EventsModel::To, room("10.20.16.37:4915"));
}

void EventsView::setTheme(const Theme& theme)
{
    m_delegate->setTheme(theme);
    QPalette palette = theme.palette();
    palette.setColor(QPalette::Base, theme.panel);
    palette.setColor(QPalette::Highlight, theme.soft);
    palette.setColor(QPalette::HighlightedText, theme.text);
    setPalette(palette);
    const QString bar =
        QStringLiteral(
            "QScrollBar{background:%1}QScrollBar:vertical{width:11px}QScrollBar:horizontal{height:11px}"
            "QScrollBar::handle{background:%2;border-radius:3px;margin:2px;min-height:28px;min-width:28px}"
            "QScrollBar::handle:hover{background:%3}QScrollBar::add-line,QScrollBar::sub-line{width:0;height:"
            "0}"
            "QScrollBar::add-page,QScrollBar::sub-page{background:transparent}")
            .arg(theme.panel.name(), theme.line.name(), theme.faint.name());
    verticalScrollBar()->setStyleSheet(bar);
    horizontalScrollBar()->setStyleSheet(bar);
    horizontalHeader()->setStyleSheet(
        QStringLiteral("QHeaderView{background:%1}QHeaderView::section{background:%1;color:%2;border:0;"
                       "border-bottom:1px solid %3;padding:3px 4px}")
            .arg(theme.panel.name(), theme.dim.name(), theme.line.name()));
    viewport()->update();
}

QString EventsView::selectionAsTsv() const
{
    if (!selectionModel())
        return {};
    QModelIndexList rows = selectionModel()->selectedRows();
    std::ranges::sort(rows, {}, &QModelIndex::row);
    QString text;
    for (const QModelIndex& row : rows) {
        QStringList cells;
        for (int column = 0; column < model()->columnCount(); ++column)
            cells << row.siblingAtColumn(column).data().toString().simplified();
        text += cells.join(QLatin1Char('\t')) + QLatin1Char('\n');
    }
    return text;
}

void EventsView::copy() const
{
    if (const QString text = selectionAsTsv(); !text.isEmpty())
        QGuiApplication::clipboard()->setText(text);
}

void EventsView::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy))
        copy();
    else if (event->key() == Qt::Key_M && event->modifiers() == Qt::ControlModifier)
        Q_EMIT sameMomentWanted();
    else
        QTableView::keyPressEvent(event);
}

void EventsView::contextMenuEvent(QContextMenuEvent* event)
{
    QMenu menu(this);
    QAction* action = menu.addAction(tr("Copy rows"));
    action->setShortcut(QKeySequence::Copy);
    action->setEnabled(selectionModel() && selectionModel()->hasSelection());
    const QString device = currentIndex().siblingAtColumn(EventsModel::Device).data().toString();
    QAction* same = menu.addAction(tr("Same moment as…"));
    same->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_M));
    same->setEnabled(currentIndex().isValid());
    const QAction* page = device.isEmpty() ? nullptr : menu.addAction(tr("All about %1").arg(device));
    const QAction* chosen = menu.exec(event->globalPos());
    if (!chosen)
        return;
    if (chosen == action)
        copy();
    else if (chosen == same)
        Q_EMIT sameMomentWanted();
    else if (chosen == page)
        Q_EMIT deviceChosen(device);
}

} // namespace whittle
