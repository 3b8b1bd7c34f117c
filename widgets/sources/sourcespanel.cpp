// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/sources/sourcespanel.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QSplitter>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QTextBrowser>
#include <QVBoxLayout>

#include "widgets/import/formatmenu.h"
#include "widgets/shell/look/icons.h"
#include "widgets/sources/sourcetext.h"

namespace whittle
{

namespace
{

/// Puts the mark of the worst problem before its words.
class ProblemDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    Theme theme = Theme::light();

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->decorationSize = QSize(14, 14);
        option->icon = icon(static_cast<Severity>(index.data(SourcesModel::SeverityRole).toInt()));
    }

private:
    QIcon icon(Severity severity) const
    {
        switch (severity) {
        case Severity::Info:
            return lineIcon(QLatin1String("check"), theme.ok);
        case Severity::Notice:
            return lineIcon(QLatin1String("info"), theme.dim);
        case Severity::DataLoss:
            return lineIcon(QLatin1String("warning"), theme.warn);
        case Severity::Error:
            break;
        }
        return lineIcon(QLatin1String("error"), theme.bad);
    }
};

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
    splitter->setSizes({620, 260});
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 6, 6, 6);
    layout->addWidget(splitter);
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
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft);
    m_table->setItemDelegateForColumn(SourcesModel::Problems, new ProblemDelegate(m_table));
    m_table->setAccessibleName(tr("Sources"));
    return m_table;
}

QWidget* SourcesPanel::makeDetails()
{
    m_details = new QTextBrowser;
    m_details->setAccessibleName(tr("Details of the selected source"));
    m_details->setOpenLinks(false);
    m_details->setMinimumWidth(278);
    m_add = new QPushButton(tr("Add evidence…"));
    m_remove = new QPushButton(tr("Remove"));
    m_remove->setAccessibleName(tr("Remove the selected source from the case"));
    m_remove->setToolTip(tr("The file itself is left alone; it can be added again."));
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
    buttons->addWidget(m_remove);
    buttons->addStretch(1);
    auto* side = new QWidget;
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(8, 0, 4, 4);
    column->addWidget(m_details, 1);
    column->addLayout(buttons);
    column->setSizeConstraint(QLayout::SetMinimumSize); // the buttons': words are longer in some languages
    return side;
}

void SourcesPanel::setAnalysis(const AnalysisPtr& analysis)
{
    const AnalysedSource* before = selected();
    const auto id = before ? std::optional(before->row.id) : std::nullopt;
    m_model.setAnalysis(analysis);
    m_table->resizeColumnsToContents();
    m_table->setColumnWidth(SourcesModel::Name, std::min(260, m_table->columnWidth(SourcesModel::Name)));
    select(id);
    showDetails();
}

void SourcesPanel::setTimes(const TimeText& times)
{
    m_times = times;
    m_model.setTimes(times);
    showDetails();
}

void SourcesPanel::setTheme(const Theme& theme)
{
    static_cast<ProblemDelegate*>(m_table->itemDelegateForColumn(SourcesModel::Problems))->theme = theme;
    setLineIcon(*m_add, QLatin1String("add"), theme.text);
    setLineIcon(*m_remove, QLatin1String("trash"), theme.text);
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
    m_readAs->setEnabled(source && source->row.format != "archive");
    m_details->setHtml(source ? sourcetext::details(*source, m_words, m_times)
                              : tr("No evidence has been added yet."));
}

} // namespace whittle
