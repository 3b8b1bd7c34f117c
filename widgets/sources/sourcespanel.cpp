// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/sources/sourcespanel.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QMenu>
#include <QPushButton>
#include <QResizeEvent>
#include <QSortFilterProxyModel>
#include <QSplitter>
#include <QTableView>
#include <QTextBrowser>
#include <QVBoxLayout>

#include "models/report/visibletext.h"
#include "widgets/import/formatmenu.h"
#include "widgets/shell/look/icons.h"
#include "widgets/sources/clockeditor.h"
#include "widgets/sources/sourcecolumns.h"
#include "widgets/sources/sourcedelegate.h"
#include "widgets/sources/sourcetext.h"

namespace whittle
{

namespace
{

constexpr int leastName = 110;
constexpr int usualName = 260; ///< a longer one takes what others leave
constexpr int leastFormat = 76;
constexpr int headMargin = 12;
constexpr int measuredRows = 100;

} // namespace

SourcesPanel::SourcesPanel(const Words& words, QWidget* parent)
    : QWidget(parent)
    , m_words(words)
    , m_sorted(new QSortFilterProxyModel(this))
{
    m_sorted->setSourceModel(&m_model);
    m_sorted->setSortRole(SourcesModel::SortRole);
    auto* splitter = new QSplitter;
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(makeTable());
    splitter->addWidget(makeDetails());
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({640, 230});
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 6, 6, 6);
    layout->addWidget(splitter, 1);
    layout->addWidget(m_editor = new ClockEditor);
    layout->addLayout(makeButtons());
    connect(m_editor, &ClockEditor::set, this,
            [this](qint64 source, std::int64_t aheadNs) { Q_EMIT offsetSet(source, aheadNs); });
    connect(m_details, &QTextBrowser::anchorClicked, this,
            [this](const QUrl& link) { unpin(link.toString()); });
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_table, &QTableView::customContextMenuRequested, this, &SourcesPanel::showMenu);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &SourcesPanel::showDetails);
    showDetails();
}

QWidget* SourcesPanel::makeTable()
{
    m_table = new QTableView;
    m_table->setModel(m_sorted);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(SourcesModel::Name, Qt::AscendingOrder);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->setMinimumWidth(260);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft);
    m_table->setItemDelegate(m_delegate = new SourceDelegate(m_table));
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->verticalHeader()->setDefaultSectionSize(m_table->fontMetrics().height() + 10);
    m_table->viewport()->installEventFilter(this);
    m_table->setAccessibleName(tr("Sources"));
    return m_table;
}

QWidget* SourcesPanel::makeDetails()
{
    m_details = new QTextBrowser;
    m_details->setAccessibleName(tr("Details of the selected source"));
    m_details->setOpenLinks(false);
    m_details->setMinimumWidth(200);
    return m_details;
}

QLayout* SourcesPanel::makeButtons()
{
    m_add = new QPushButton(tr("Add evidence…"));
    m_remove = new QPushButton(tr("Remove"));
    m_remove->setAccessibleName(tr("Remove the selected source from the case"));
    m_remove->setToolTip(
        tr("Takes the source and its events out of the case. The file itself is left alone."));
    m_readAs = makeFormatButton([this](const QString& format) {
        if (const AnalysedSource* source = selected())
            Q_EMIT readAsRequested(raw(source->row.id), format);
    });
    m_readAs->setAccessibleName(tr("Choose the format of the selected source"));
    connect(m_add, &QPushButton::clicked, this, &SourcesPanel::addEvidenceRequested);
    connect(m_remove, &QPushButton::clicked, this, [this] {
        if (const AnalysedSource* source = selected())
            Q_EMIT removeRequested(raw(source->row.id));
    });
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_add);
    buttons->addWidget(m_readAs);
    makeClockMenu();
    buttons->addWidget(m_clock);
    buttons->addWidget(m_remove);
    buttons->addStretch(1);
    return buttons;
}

void SourcesPanel::makeClockMenu()
{
    m_clock = new QPushButton(tr("Clock"));
    m_clock->setAccessibleName(tr("What you know of the clock of the selected source"));
    m_clockMenu = new QMenu(m_clock);
    m_setClock = m_clockMenu->addAction(tr("Set the clock…"));
    m_leaveOut = m_clockMenu->addAction(tr("Leave out of the alignment"));
    m_leaveOut->setCheckable(true);
    m_asEvidence = m_clockMenu->addAction(tr("Back to what the evidence says"));
    m_clock->setMenu(m_clockMenu);
    connect(m_setClock, &QAction::triggered, this, &SourcesPanel::editClock);
    connect(m_leaveOut, &QAction::triggered, this, [this](bool isOut) {
        if (const AnalysedSource* source = selected())
            Q_EMIT excluded(raw(source->row.id), isOut);
    });
    connect(m_asEvidence, &QAction::triggered, this, [this] {
        if (const AnalysedSource* source = selected())
            Q_EMIT offsetSet(raw(source->row.id), std::nullopt);
    });
}

void SourcesPanel::showMenu(QPoint place)
{
    if (selected() && m_table->indexAt(place).isValid())
        m_clockMenu->popup(m_table->viewport()->mapToGlobal(place));
}

void SourcesPanel::editClock()
{
    const AnalysedSource* source = selected();
    if (!source)
        return;
    const std::string_view path = source->row.path;
    const auto& known = source->clock.correction;
    m_editor->edit(raw(source->row.id), visibleText(path.substr(path.rfind('/') + 1)),
                   known ? known->offsetNs : 0);
}

/// "unpin:2", of what sourcetext::details() links.
void SourcesPanel::unpin(const QString& link)
{
    const auto& pins = m_model.analysis()->clockWishes.pins;
    const std::size_t index = link.section(QLatin1Char(':'), 1).toULongLong();
    if (link.startsWith(QLatin1String("unpin:")) && index < pins.size())
        Q_EMIT unpinned(pins[index].first, pins[index].second);
}

/// The reference clock is what all are compared with, and a source without times has no clock.
void SourcesPanel::showClockActions()
{
    const AnalysedSource* source = selected();
    const bool hasClock = source && source->row.first;
    m_clock->setEnabled(hasClock);
    if (!hasClock)
        return;
    const ClockWishRows& wishes = m_model.analysis()->clockWishes;
    const bool isOut = wishes.excluded.contains(source->row.id);
    m_leaveOut->setChecked(isOut);
    m_setClock->setEnabled(!isOut && source->row.id != m_model.analysis()->reference);
    m_asEvidence->setEnabled(wishes.offsets.contains(source->row.id));
}

bool SourcesPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_table->viewport() && event->type() == QEvent::Resize)
        fitTable();
    return QWidget::eventFilter(watched, event);
}

/// What the columns would like to have, by their heads and the first rows.
void SourcesPanel::measureColumns()
{
    QStyleOptionViewItem option;
    option.initFrom(m_table);
    option.widget = m_table;
    const int rows = std::min(m_sorted->rowCount(), measuredRows);
    m_needs.clear();
    for (int column = 0; column < SourcesModel::ColumnCount; ++column) {
        ColumnNeed need;
        const QString head = m_model.headerData(column, Qt::Horizontal).toString();
        need.least = m_table->horizontalHeader()->fontMetrics().horizontalAdvance(head) + headMargin;
        need.full = m_table->horizontalHeader()->sectionSizeHint(column); // with its arrow
        need.optional = column == SourcesModel::Zone;
        need.spare = column == SourcesModel::Format; // it stands in the details
        for (int row = 0; row < rows; ++row) {
            const QModelIndex index = m_sorted->index(row, column);
            need.least = std::max(need.least, m_delegate->leastWidth(option, index));
            need.full = std::max(need.full, m_delegate->sizeHint(option, index).width());
        }
        if (column == SourcesModel::Name)
            need = {std::min(need.least, leastName), std::min(need.full, usualName)};
        if (column == SourcesModel::Format)
            need.least = std::min(need.least, leastFormat);
        need.full = std::max(need.full, need.least);
        m_needs.push_back(need);
    }
}

void SourcesPanel::fitTable()
{
    const std::vector<int> widths = fitColumns(m_table->viewport()->width(), m_needs);
    for (int column = 0; column < static_cast<int>(widths.size()); ++column) {
        const int width = widths[static_cast<std::size_t>(column)];
        m_table->setColumnHidden(column, width == 0);
        if (width > 0)
            m_table->setColumnWidth(column, width);
    }
}

void SourcesPanel::setAnalysis(const AnalysisPtr& analysis)
{
    const AnalysedSource* before = selected();
    const auto id = before ? std::optional(before->row.id) : std::nullopt;
    m_model.setAnalysis(analysis);
    measureColumns();
    fitTable();
    select(id);
    showDetails();
}

void SourcesPanel::setTimes(const TimeText& times)
{
    m_times = times;
    m_model.setTimes(times);
    measureColumns();
    fitTable();
    showDetails();
}

void SourcesPanel::setTheme(const Theme& theme)
{
    m_delegate->setTheme(theme);
    m_table->viewport()->update();
    setLineIcon(*m_add, QLatin1String("add"), theme.text);
    setLineIcon(*m_remove, QLatin1String("trash"), theme.text);
    setLineIcon(*m_clock, QLatin1String("clock"), theme.text);
    m_details->document()->setDefaultStyleSheet(
        QStringLiteral("a { color: %1; text-decoration: none; }").arg(theme.accent.name()));
    showDetails();
}

const AnalysedSource* SourcesPanel::selected() const
{
    const QModelIndex current = m_table->currentIndex();
    return current.isValid() ? m_model.source(m_sorted->mapToSource(current).row()) : nullptr;
}

/// The one with that id, else the first.
void SourcesPanel::select(std::optional<SourceId> id)
{
    int row = 0;
    for (int i = 0; id && i < m_sorted->rowCount(); ++i) {
        if (m_sorted->index(i, 0).data(SourcesModel::SourceIdRole).toLongLong() == raw(*id))
            row = i;
    }
    if (row < m_sorted->rowCount())
        m_table->selectRow(row);
}

void SourcesPanel::showDetails()
{
    const AnalysedSource* source = selected();
    m_remove->setEnabled(source != nullptr);
    showClockActions();
    m_readAs->setEnabled(source && source->row.format != "archive" && !sourcetext::isEmptyFile(*source));
    m_details->setHtml(
        source ? sourcetext::details(*m_model.analysis(), *source, m_words, m_times)
               : tr("No evidence yet. Drop files or folders on the window, or choose Add evidence."));
}

} // namespace whittle
