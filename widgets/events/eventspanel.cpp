// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/events/eventspanel.h"

#include <algorithm>

#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QScrollBar>
#include <QToolButton>
#include <QVBoxLayout>

#include "models/report/words.h"
#include "models/store/casefile.h"
#include "models/store/casereader.h"
#include "widgets/events/eventquery.h"
#include "widgets/events/eventsmodel.h"
#include "widgets/events/eventsview.h"
#include "widgets/events/filterbar.h"
#include "widgets/events/pinbar.h"
#include "widgets/jobs/latestjob.h"

namespace whittle
{

namespace
{

/// What of a case the table depends on: a new analysis with the same sources and clocks needs no new reading.
bool sameTimes(const Analysis& a, const Analysis& b)
{
    const auto same = [](const AnalysedSource& x, const AnalysedSource& y) {
        return x.row.id == y.row.id && x.row.events == y.row.events
            && x.clock.corrected({0}) == y.clock.corrected({0});
    };
    return std::ranges::equal(a.sources, b.sources, same);
}

QString fileName(const std::string& path)
{
    return QString::fromStdString(path.substr(path.find_last_of('/') + 1));
}

std::optional<EventRow> readEvent(const CaseFile& file, const EventRef& ref)
{
    auto reader = file.newReader();
    if (!reader)
        return std::nullopt;
    auto row = (*reader)->event(ref);
    return row ? *row : std::nullopt;
}

} // namespace

struct EventsPanel::Impl {
    Impl(const Knowledge& knowledge, EventsPanel& owner);

    void build();
    QToolButton* makeButton(const QString& text, const QString& name);
    void connectAll();

    void load();
    void loaded(Result<EventListPtr> result);
    void nameKinds();
    void filter();
    void filtered(std::vector<std::uint32_t> rows);
    void filterChanged();
    EventQuery query() const;
    bool readsInView() const { return bar->onlyInView() && range && isPartial; }

    void trySelect();
    void selectEntry(std::optional<std::uint32_t> entry);
    void showSelected();
    void currentChanged(const QModelIndex& current);
    void stepWindow(bool later);
    void sameMoment();
    void updateStatus();
    QString countText() const;
    QString keepaliveText() const;
    QString hintText() const;

    EventsPanel& panel;
    Words words;
    FilterBar* bar;
    PinBar* pins;
    EventsView* view;
    EventsModel* model;
    QLabel* status;
    QLabel* hint;
    QToolButton* keepalives;
    QToolButton* showHidden;
    QToolButton* earlier;
    QToolButton* later;

    std::shared_ptr<const CaseFile> file;
    AnalysisPtr analysis;
    EventListPtr list;
    std::vector<std::string> foldedKindNames;
    std::optional<CaseRange> range;
    std::optional<CaseRange> loadedRange;
    std::size_t limit = 200'000;
    bool isPartial = false; ///< of the whole case
    QString failure;
    std::optional<EventRef> wanted; ///< to be selected when it is there
    enum class Hidden { No, ByFilter, NotListed } hidden = Hidden::No;
    bool selecting = false; ///< the selection is ours, not the user's

    // Last, so that they are gone before what they deliver to.
    LatestJob<Result<EventListPtr>> loadJob;
    LatestJob<std::vector<std::uint32_t>> filterJob;
    LatestJob<std::optional<EventRow>> memberJob;
};

EventsPanel::Impl::Impl(const Knowledge& knowledge, EventsPanel& owner)
    : panel(owner)
    , words(knowledge, Words::Language::Translated)
    , bar(new FilterBar)
    , pins(new PinBar)
    , view(new EventsView)
    , model(new EventsModel(&owner))
    , status(new QLabel)
    , hint(new QLabel)
    , keepalives(makeButton(EventsPanel::tr("Show keepalives"), QStringLiteral("keepalives")))
    , showHidden(makeButton(EventsPanel::tr("Show it"), QStringLiteral("show-hidden")))
    , earlier(makeButton(EventsPanel::tr("◂ Earlier"), QStringLiteral("earlier")))
    , later(makeButton(EventsPanel::tr("Later ▸"), QStringLiteral("later")))
    , loadJob([this](Result<EventListPtr> result) { loaded(std::move(result)); })
    , filterJob([this](std::vector<std::uint32_t> rows) { filtered(std::move(rows)); })
    , memberJob([this](std::optional<EventRow> member) {
        selectEntry(member && list && wanted ? findEntry(*list, *wanted, &*member) : std::nullopt);
    })
{
    build();
    connectAll();
    updateStatus();
}

QToolButton* EventsPanel::Impl::makeButton(const QString& text, const QString& name)
{
    auto* button = new QToolButton;
    button->setText(text);
    button->setObjectName(name);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setCursor(Qt::PointingHandCursor);
    return button;
}

void EventsPanel::Impl::build()
{
    auto* column = new QVBoxLayout(&panel);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(bar);
    column->addWidget(view, 1);
    auto* footer = new QWidget;
    auto* line = new QHBoxLayout(footer);
    line->setContentsMargins(10, 3, 10, 4);
    line->setSpacing(10);
    status->setObjectName(QStringLiteral("status"));
    hint->setObjectName(QStringLiteral("hint"));
    keepalives->setCheckable(true);
    line->addWidget(status);
    line->addWidget(keepalives);
    line->addStretch(1);
    line->addWidget(hint);
    line->addWidget(showHidden);
    line->addWidget(earlier);
    line->addWidget(later);
    column->addWidget(footer);
    column->addWidget(pins); // in place of the footer, there is little room
    QObject::connect(pins, &PinBar::pendingChanged, footer,
                     [footer](bool isPending) { footer->setVisible(!isPending); });
    view->setModel(model);
    view->setColumnWidths();
    panel.setAccessibleName(EventsPanel::tr("Events"));
    panel.setFocusProxy(view);
}

void EventsPanel::Impl::connectAll()
{
    QObject::connect(bar, &FilterBar::changed, &panel, [this] { filterChanged(); });
    QObject::connect(bar, &FilterBar::leftDownwards, &panel, [this] {
        view->setFocus();
        if (!view->currentIndex().isValid() && model->rowCount() > 0)
            view->selectRow(0);
    });
    QObject::connect(keepalives, &QToolButton::toggled, &panel, [this] { filter(); });
    QObject::connect(showHidden, &QToolButton::clicked, &panel, [this] { showSelected(); });
    QObject::connect(earlier, &QToolButton::clicked, &panel, [this] { stepWindow(false); });
    QObject::connect(later, &QToolButton::clicked, &panel, [this] { stepWindow(true); });
    QObject::connect(view, &EventsView::sameMomentWanted, &panel, [this] { sameMoment(); });
    QObject::connect(pins, &PinBar::pinned, &panel, &EventsPanel::pinned);
    QObject::connect(view, &EventsView::deviceChosen, &panel, &EventsPanel::deviceChosen);
    QObject::connect(view->selectionModel(), &QItemSelectionModel::currentRowChanged, &panel,
                     [this](const QModelIndex& current) { currentChanged(current); });
}

void EventsPanel::Impl::load()
{
    failure.clear();
    if (!file || !analysis) {
        loadJob.cancel();
        filterJob.cancel();
        memberJob.cancel();
        list = nullptr;
        model->show(nullptr, {});
        updateStatus();
        return;
    }
    EventListRequest request{file, analysis, readsInView() ? range : std::nullopt, limit};
    loadedRange = request.range;
    loadJob.start(
        [request = std::move(request)](const std::stop_token& stop) { return loadEvents(request, stop); });
    updateStatus();
}

void EventsPanel::Impl::loaded(Result<EventListPtr> result)
{
    if (!result) {
        failure = words.error(result.error());
        updateStatus();
        return;
    }
    list = *result;
    if (!loadedRange)
        isPartial = list->rowCount == RowCount::Partial;
    nameKinds();
    std::vector<std::string> devices(list->devices.begin() + 1, list->devices.end());
    std::ranges::sort(devices);
    bar->setDevices(devices);
    filterChanged();
}

void EventsPanel::Impl::nameKinds()
{
    std::vector<QString> names;
    foldedKindNames.clear();
    for (const std::string& kind : list->kinds) {
        names.push_back(words.kind(kind));
        foldedKindNames.push_back(folded(names.back().toStdString()));
    }
    model->setKindNames(std::move(names));
}

EventQuery EventsPanel::Impl::query() const
{
    EventQuery query = bar->query();
    query.keepalives = keepalives->isChecked();
    if (bar->onlyInView())
        query.range = range;
    return query;
}

/// Of a case that is too large to be held, what is in view is read for itself.
void EventsPanel::Impl::filterChanged()
{
    const bool isLoaded = readsInView() ? loadedRange && *loadedRange == *range : !loadedRange;
    if (list && !isLoaded)
        load();
    else
        filter();
}

void EventsPanel::Impl::filter()
{
    if (!list)
        return;
    filterJob.start([list = list, query = query(), names = foldedKindNames](const std::stop_token& stop) {
        return matchingRows(*list, query, names, stop);
    });
}

void EventsPanel::Impl::filtered(std::vector<std::uint32_t> rows)
{
    // What was selected stays selected, where it is still there.
    if (!wanted) {
        if (const EventEntry* current = model->entry(view->currentIndex().row()))
            wanted = current->ref;
    }
    selecting = true;
    model->show(list, std::move(rows));
    selecting = false;
    hidden = Hidden::No;
    trySelect();
    updateStatus();
}

void EventsPanel::Impl::trySelect()
{
    if (!wanted || !list || loadJob.isBusy())
        return;
    if (const auto entry = findEntry(*list, *wanted)) {
        selectEntry(entry);
        return;
    }
    memberJob.start([file = file, ref = *wanted](const std::stop_token&) { return readEvent(*file, ref); });
}

void EventsPanel::Impl::selectEntry(std::optional<std::uint32_t> entry)
{
    hidden = entry ? Hidden::ByFilter : Hidden::NotListed;
    selecting = true;
    const std::optional<int> row = entry ? model->reveal(*entry) : std::nullopt;
    if (row) {
        hidden = Hidden::No;
        wanted.reset();
        view->selectRow(*row);
        view->scrollTo(model->index(*row, 0), QAbstractItemView::PositionAtCenter);
    } else {
        view->clearSelection();
    }
    selecting = false;
    updateStatus();
}

/// The user wants to see the event that the filter hides: everything else must give way.
void EventsPanel::Impl::showSelected()
{
    const std::optional<EventRef> ref = wanted;
    {
        const QSignalBlocker quiet(keepalives);
        keepalives->setChecked(true);
    }
    bar->clear();
    wanted = ref;
}

void EventsPanel::Impl::currentChanged(const QModelIndex& current)
{
    if (selecting || !current.isValid())
        return;
    wanted.reset();
    hidden = Hidden::No;
    updateStatus();
    if (const EventEntry* entry = model->entry(current.row()))
        Q_EMIT panel.eventSelected(entry->ref, entry->time);
}

void EventsPanel::Impl::stepWindow(bool forwards)
{
    constexpr std::size_t step = EventsModel::windowRows / 2;
    const std::size_t start = model->windowStart();
    selecting = true;
    model->moveWindow(forwards ? start + step : start - std::min(start, step));
    selecting = false;
    view->scrollToTop();
    updateStatus();
}

QString EventsPanel::Impl::countText() const
{
    if (!failure.isEmpty())
        return failure;
    if (!analysis)
        return EventsPanel::tr("No case is open.");
    std::uint64_t all = 0;
    for (const auto& [kind, count] : analysis->eventCounts)
        all += count;
    if (!list)
        return all == 1 ? EventsPanel::tr("Reading 1 event …")
                        : EventsPanel::tr("Reading %1 events …").arg(words.number(all));
    const QString shown = words.number(model->total());
    QString text = all == 1 ? EventsPanel::tr("1 event, %1 shown").arg(shown)
                            : EventsPanel::tr("%1 events, %2 shown").arg(words.number(all), shown);
    if (list->rowCount == RowCount::Partial)
        text +=
            EventsPanel::tr(" · the table holds only the first %1").arg(words.number(list->entries.size()));
    if (model->total() > EventsModel::windowRows)
        text += EventsPanel::tr(" · rows %1 to %2")
                    .arg(words.number(model->windowStart() + 1),
                         words.number(model->windowStart() + static_cast<std::size_t>(model->rowCount())));
    return text;
}

QString EventsPanel::Impl::keepaliveText() const
{
    const QString members = words.number(list->trainMembers);
    if (keepalives->isChecked())
        return EventsPanel::tr("Hide %1 keepalives").arg(members);
    return list->trains == 1
        ? EventsPanel::tr("1 train of %1 keepalives hidden").arg(members)
        : EventsPanel::tr("%1 trains of %2 keepalives hidden").arg(words.number(list->trains), members);
}

QString EventsPanel::Impl::hintText() const
{
    switch (hidden) {
    case Hidden::No:
        return {};
    case Hidden::ByFilter:
        return EventsPanel::tr("The selected event is hidden by the filter.");
    case Hidden::NotListed:
        return EventsPanel::tr("The selected event is not in this table.");
    }
    return {};
}

/// The first event is asked about; the second one, of another source, answers.
void EventsPanel::Impl::sameMoment()
{
    const EventEntry* entry = model->entry(view->currentIndex().row());
    if (pins->isPending())
        pins->accept();
    else if (entry)
        pins->begin(entry->ref, model->placeWords(view->currentIndex().row()));
}

void EventsPanel::Impl::updateStatus()
{
    const EventEntry* entry = model->entry(view->currentIndex().row());
    pins->setSecond(entry ? std::optional(entry->ref) : std::nullopt);
    status->setText(countText());
    keepalives->setVisible(list && list->trains > 0);
    if (list)
        keepalives->setText(keepaliveText());
    hint->setText(hintText());
    showHidden->setVisible(hidden == Hidden::ByFilter);
    const bool windowed = model->total() > EventsModel::windowRows;
    earlier->setVisible(windowed);
    later->setVisible(windowed);
    earlier->setEnabled(model->windowStart() > 0);
    later->setEnabled(model->windowStart() + EventsModel::windowRows < model->total());
}

EventsPanel::EventsPanel(const Knowledge& knowledge, QWidget* parent)
    : QWidget(parent)
    , m_impl(std::make_unique<Impl>(knowledge, *this))
{
    setTheme(Theme::light());
}

EventsPanel::~EventsPanel() = default;

void EventsPanel::setCase(std::shared_ptr<const CaseFile> file)
{
    if (m_impl->file == file)
        return;
    m_impl->file = std::move(file);
    m_impl->pins->end();
    setAnalysis(nullptr);
}

void EventsPanel::setAnalysis(AnalysisPtr analysis)
{
    Impl& impl = *m_impl;
    const bool same = impl.analysis && analysis && sameTimes(*impl.analysis, *analysis);
    impl.analysis = std::move(analysis);
    std::map<SourceId, QString> names;
    if (impl.analysis) {
        for (const AnalysedSource& source : impl.analysis->sources)
            names[source.row.id] = fileName(source.row.path);
    }
    impl.bar->setSources(names);
    impl.model->setSources(std::move(names));
    if (same) {
        impl.updateStatus();
        return;
    }
    impl.isPartial = false;
    impl.load();
}

void EventsPanel::setTheme(const Theme& theme)
{
    QPalette palette = theme.palette();
    palette.setColor(QPalette::Window, theme.panel);
    setPalette(palette);
    setAutoFillBackground(true);
    m_impl->bar->setTheme(theme);
    m_impl->pins->setTheme(theme);
    m_impl->view->setTheme(theme);
    QPalette dim = palette;
    dim.setColor(QPalette::WindowText, theme.dim);
    m_impl->status->setPalette(dim);
    dim.setColor(QPalette::WindowText, theme.warn);
    m_impl->hint->setPalette(dim);
    const QString link = QStringLiteral("QToolButton{background:transparent;color:%1;border:1px solid "
                                        "transparent;border-radius:4px;padding:1px 4px}"
                                        "QToolButton:hover{background:%2}QToolButton:focus{border-color:%1}"
                                        "QToolButton:disabled{color:%3}")
                             .arg(theme.accent.name(), theme.soft.name(), theme.faint.name());
    for (QToolButton* button : {m_impl->keepalives, m_impl->showHidden, m_impl->earlier, m_impl->later})
        button->setStyleSheet(link);
}

void EventsPanel::setTimes(const TimeText& times)
{
    m_impl->model->setTimes(times);
    m_impl->view->setColumnWidths();
}

void EventsPanel::setRange(CaseTime from, CaseTime to)
{
    m_impl->range = CaseRange{from, to};
    if (m_impl->bar->onlyInView())
        m_impl->filterChanged();
}

void EventsPanel::select(const EventRef& ref)
{
    m_impl->wanted = ref;
    m_impl->hidden = Impl::Hidden::No;
    m_impl->trySelect();
}

void EventsPanel::showOnly(SourceId source, const QStringList& kinds)
{
    std::set<EventFamily> families;
    bool keepalives = false;
    for (const QString& kind : kinds) {
        families.insert(familyOf(kind.toStdString()));
        keepalives = keepalives || kind.contains(QLatin1String("keepalive"));
    }
    {
        const QSignalBlocker quiet(m_impl->keepalives);
        m_impl->keepalives->setChecked(keepalives);
    }
    m_impl->bar->showOnly(source, families);
}

void EventsPanel::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && m_impl->pins->isPending())
        m_impl->pins->end();
    else
        QWidget::keyPressEvent(event);
}

void EventsPanel::find()
{
    m_impl->bar->focusSearch();
}

void EventsPanel::setLimit(std::size_t rows)
{
    m_impl->limit = rows;
    m_impl->isPartial = false;
    m_impl->load();
}

} // namespace whittle
