// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/visibility/visibilitypanel.h"

#include <algorithm>

#include <QAbstractButton>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QScrollArea>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

#include "widgets/guide/parts.h"
#include "widgets/visibility/visibilitydelegate.h"
#include "widgets/visibility/visibilitytext.h"

namespace whittle
{

namespace
{

constexpr int leastRow = 8; ///< around a line of text
constexpr int mostRow = 28;

} // namespace

VisibilityPanel::VisibilityPanel(const Knowledge& knowledge, QWidget* parent)
    : QWidget(parent)
    , m_words(knowledge, Words::Language::Translated)
    , m_context{.words = m_words}
    , m_map(new QSplitter)
    , m_nothing(new QLabel(tr("Nothing to look at yet. Add evidence, or say in the guide what is wrong: this "
                              "map then shows who has seen what, and what nobody has.")))
{
    m_nothing->setWordWrap(true);
    m_nothing->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_nothing->setProperty("role", QStringLiteral("dim"));
    m_map->setChildrenCollapsible(false);
    m_map->addWidget(makeTable());
    m_map->addWidget(makeDetails());
    m_map->setStretchFactor(0, 3);
    m_map->setStretchFactor(1, 2);
    m_map->setSizes({600, 280});
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 6, 6, 6);
    layout->addWidget(m_nothing);
    layout->addWidget(m_map, 1);
    setFocusProxy(m_table);
    setAnalysis(nullptr);
}

QWidget* VisibilityPanel::makeTable()
{
    m_table = new QTableView;
    m_table->setModel(&m_model);
    m_table->setItemDelegate(m_delegate = new VisibilityDelegate(m_table));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->setMinimumWidth(300);
    m_table->setMouseTracking(true);
    m_table->setCornerButtonEnabled(false);
    m_table->setStyleSheet(QStringLiteral("QHeaderView::section:vertical{border:none;padding:0 10px 0 6px}"
                                          "QTableCornerButton::section{background:transparent;border:none}"));
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->setAccessibleName(tr("Visibility: components by layers"));
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->verticalHeader()->setHighlightSections(false);
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->installEventFilter(this);
    m_table->viewport()->installEventFilter(this);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &VisibilityPanel::showCurrent);
    connect(m_table, &QTableView::entered, this, &VisibilityPanel::showCell);
    connect(m_table, &QTableView::doubleClicked, this, &VisibilityPanel::activate);
    return m_table;
}

QWidget* VisibilityPanel::makeDetails()
{
    m_details = new QScrollArea;
    m_details->setFrameShape(QFrame::NoFrame);
    m_details->setWidgetResizable(true);
    m_details->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_details->setMinimumWidth(240);
    m_details->setAccessibleName(tr("Details of the cell"));
    return m_details;
}

void VisibilityPanel::setAnalysis(const AnalysisPtr& analysis)
{
    const QModelIndex current = m_table->currentIndex();
    const QString component = m_model.headerData(current.row(), Qt::Vertical).toString();
    m_shown = {};
    if (m_details->widget())
        delete m_details->takeWidget(); // it shows a cell of the analysis before
    m_context.analysis = analysis;
    m_model.setAnalysis(analysis);
    const bool nothing = m_model.rowCount() == 0;
    m_nothing->setVisible(nothing);
    m_map->setVisible(!nothing);
    fit();
    choose(component, current.column());
    if (!m_table->currentIndex().isValid())
        m_table->setCurrentIndex(mostWanted());
}

void VisibilityPanel::setTimes(const TimeText& times)
{
    m_context.times = times;
    m_shown = {};
    showCurrent();
}

void VisibilityPanel::setTheme(const Theme& theme)
{
    m_context.theme = theme;
    m_context.font = font();
    m_delegate->setTheme(theme);
    m_details->setStyleSheet(scrollBarStyle(theme));
    m_table->viewport()->update();
    m_shown = {};
    showCurrent();
}

bool VisibilityPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_table->viewport() && event->type() == QEvent::Resize)
        fit();
    else if (watched == m_table->viewport() && event->type() == QEvent::Leave)
        showCurrent();
    else if (watched == m_table && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            activate();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

/// Rows as high as there is room for all, within what can be read; full words where there is room for all.
void VisibilityPanel::fit()
{
    const int line = m_table->fontMetrics().height();
    const int each = m_table->viewport()->height() / std::max(1, m_model.rowCount());
    m_table->verticalHeader()->setMinimumSectionSize(line);
    m_table->verticalHeader()->setDefaultSectionSize(std::clamp(each, line + leastRow, line + mostRow));
    const int width = m_table->viewport()->width() / m_model.columnCount();
    bool isShort = false;
    for (int row = 0; row < m_model.rowCount(); ++row) {
        for (int column = 0; column < m_model.columnCount(); ++column)
            isShort = isShort || m_table->sizeHintForIndex(m_model.index(row, column)).width() > width;
    }
    m_delegate->setShort(isShort);
}

/// The cell of that component, where it is still there.
void VisibilityPanel::choose(const QString& component, int layer)
{
    for (int row = 0; row < m_model.rowCount(); ++row) {
        if (m_model.headerData(row, Qt::Vertical).toString() == component)
            m_table->setCurrentIndex(m_model.index(row, layer));
    }
}

/// The first that nobody has watched, else the first.
QModelIndex VisibilityPanel::mostWanted() const
{
    for (int row = 0; row < m_model.rowCount(); ++row) {
        for (int column = 0; column < m_model.columnCount(); ++column) {
            const QModelIndex index = m_model.index(row, column);
            if (m_model.cell(index)->sight == Sight::NotWatched)
                return index;
        }
    }
    return m_model.index(0, 0);
}

void VisibilityPanel::showCell(const QModelIndex& index)
{
    const VisibilityRow* row = m_model.row(index.row());
    if (!row || index == m_shown)
        return;
    m_shown = index;
    auto* details = new VisibilityDetails(m_context, *row, static_cast<Layer>(index.column()));
    connect(details, &VisibilityDetails::sourceActivated, this, &VisibilityPanel::sourceActivated);
    replaceContent(*m_details, details);
}

void VisibilityPanel::showCurrent()
{
    showCell(m_table->currentIndex());
}

/// The events of the one that has seen it; else what there is to choose or to copy.
void VisibilityPanel::activate()
{
    showCurrent();
    const VisibilityCell* cell = m_model.cell(m_table->currentIndex());
    if (!cell)
        return;
    const auto reachable = m_details->widget()->findChildren<QWidget*>();
    const auto first = std::ranges::find_if(
        reachable, [](const QWidget* widget) { return (widget->focusPolicy() & Qt::TabFocus) != 0; });
    if (first == reachable.end())
        return;
    (*first)->setFocus(Qt::OtherFocusReason);
    auto* link = qobject_cast<QAbstractButton*>(*first);
    if (link && cell->seen.size() == 1)
        link->click();
}

} // namespace whittle
