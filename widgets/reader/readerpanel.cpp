// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/reader/readerpanel.h"

#include "models/import/recordreader.h"
#include <algorithm>

#include <QGridLayout>
#include <QHBoxLayout>
#include <QProcess>
#include <QScrollArea>
#include <QScrollBar>
#include <QSplitter>
#include <QStandardPaths>
#include <QToolButton>
#include <QVBoxLayout>

#include "widgets/guide/parts.h"
#include "widgets/jobs/latestjob.h"
#include "widgets/reader/linesview.h"
#include "widgets/reader/readercontent.h"
#include "widgets/reader/readertext.h"

namespace whittle
{

struct ReaderPanel::Impl {
    Impl(const Knowledge& knowledge, ReaderPanel& owner);

    void build();
    void load();
    void loaded(ReaderContent arrived);
    void update();
    void fitWidth();
    void updateHeader();
    void updateTimes(const AnalysedSource& source);
    void updateBody();
    void updateFields();
    void updateWireshark();
    void openInWireshark() const;
    const AnalysedSource* source() const;
    static void setColor(QLabel* label, const QColor& color);

    ReaderPanel& panel;
    ReaderText text;
    Theme theme = Theme::light();
    TimeText times;
    std::shared_ptr<const CaseFile> file;
    AnalysisPtr analysis;
    std::optional<EventRef> ref;
    std::optional<ReaderContent> content;
    QString wireshark = QStandardPaths::findExecutable(QStringLiteral("wireshark"));

    QLabel* title;
    QLabel* place;
    QLabel* headline;
    QLabel* original;
    QLabel* corrected;
    QLabel* clock;
    QLabel* notice;
    QToolButton* open;
    QBoxLayout* clocks;
    QSplitter* body;
    QScrollArea* fields;
    LinesView* lines;

    bool isNarrow = false; ///< too narrow for what belongs together to stand side by side

    LatestJob<ReaderContent> job; ///< last, so that it is gone before what it delivers to
};

ReaderPanel::Impl::Impl(const Knowledge& knowledge, ReaderPanel& owner)
    : panel(owner)
    , text(knowledge)
    , title(makeLabel({}, theme.text, scaled(owner.font(), 1.0, QFont::DemiBold)))
    , place(makeLabel({}, theme.dim, owner.font()))
    , headline(makeLabel({}, theme.text, owner.font()))
    , original(makeLabel({}, theme.text, scaled(owner.font(), 0.92)))
    , corrected(makeLabel({}, theme.text, scaled(owner.font(), 0.92)))
    , clock(makeLabel({}, theme.dim, scaled(owner.font(), 0.92)))
    , notice(makeLabel({}, theme.warn, owner.font()))
    , open(new QToolButton)
    , clocks(new QBoxLayout(QBoxLayout::LeftToRight))
    , body(new QSplitter(Qt::Horizontal))
    , fields(new QScrollArea)
    , lines(new LinesView)
    , job([this](ReaderContent arrived) { loaded(std::move(arrived)); })
{
    build();
    update();
}

void ReaderPanel::Impl::build()
{
    title->setObjectName(QStringLiteral("title"));
    place->setObjectName(QStringLiteral("place"));
    headline->setObjectName(QStringLiteral("headline"));
    original->setObjectName(QStringLiteral("original"));
    corrected->setObjectName(QStringLiteral("corrected"));
    clock->setObjectName(QStringLiteral("clock"));
    notice->setObjectName(QStringLiteral("notice"));
    lines->setObjectName(QStringLiteral("lines"));
    lines->setAccessibleName(ReaderPanel::tr("Evidence"));
    fields->setObjectName(QStringLiteral("fields"));
    fields->setAccessibleName(ReaderPanel::tr("Fields of the event"));
    open->setObjectName(QStringLiteral("wireshark"));
    open->setText(ReaderPanel::tr("Open in Wireshark"));
    open->setFocusPolicy(Qt::StrongFocus);
    QObject::connect(open, &QToolButton::clicked, &panel, [this] { openInWireshark(); });

    auto* head = new QHBoxLayout;
    head->setSpacing(10);
    title->setWordWrap(false);
    place->setWordWrap(false);
    head->addWidget(title);
    head->addWidget(place);
    head->addStretch(1);
    head->addWidget(open);
    clocks->setSpacing(22);
    for (QLabel* label : {original, corrected, clock}) {
        label->setWordWrap(false);
        clocks->addWidget(label, 0, Qt::AlignLeft);
    }
    clocks->addStretch(1);
    auto* header = new QVBoxLayout;
    header->setContentsMargins(14, 8, 14, 6);
    header->setSpacing(3);
    header->addLayout(head);
    header->addWidget(headline);
    header->addLayout(clocks);
    header->addWidget(notice);

    fields->setFrameShape(QFrame::NoFrame);
    fields->setWidgetResizable(true);
    body->addWidget(fields);
    body->addWidget(lines);
    body->setStretchFactor(1, 1);
    body->setChildrenCollapsible(false);
    body->setHandleWidth(5);
    body->setSizes(
        {panel.fontMetrics().averageCharWidth() * 40, panel.fontMetrics().averageCharWidth() * 100});
    seeThrough(*fields);
    auto* column = new QVBoxLayout(&panel);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(header);
    column->addWidget(body, 1);
    panel.setAccessibleName(ReaderPanel::tr("Reader"));
    panel.setFocusProxy(lines);
}

void ReaderPanel::Impl::setColor(QLabel* label, const QColor& color)
{
    QPalette palette = label->palette();
    palette.setColor(QPalette::WindowText, color);
    palette.setColor(QPalette::Text, color);
    label->setPalette(palette);
}

const AnalysedSource* ReaderPanel::Impl::source() const
{
    return analysis && ref ? analysis->source(ref->source) : nullptr;
}

/// What was shown stays until the new arrives: no flicker when one walks through a list.
void ReaderPanel::Impl::load()
{
    if (!file || !ref) {
        job.cancel();
        content.reset();
        update();
        return;
    }
    const AnalysedSource* from = source();
    const bool isFile = from && collectedLayers(from->row.layers).empty(); // no member of an archive
    job.start([file = file, ref = *ref, location = isFile ? from->row.location : std::string()](
                  const std::stop_token& stop) { return readContent(*file, ref, location, stop); });
}

void ReaderPanel::Impl::loaded(ReaderContent arrived)
{
    content = std::move(arrived);
    update();
}

void ReaderPanel::Impl::update()
{
    updateHeader();
    updateBody();
    updateWireshark();
}

/// Beside a wide list the reader is a narrow column: then things stand below each other, and a line of the
/// dump has eight bytes.
void ReaderPanel::Impl::fitWidth()
{
    const int letter = panel.fontMetrics().averageCharWidth();
    const bool narrow = panel.width() < letter * 130;
    if (narrow == isNarrow)
        return;
    isNarrow = narrow;
    clocks->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    clocks->setSpacing(narrow ? 1 : 22);
    body->setOrientation(narrow ? Qt::Vertical : Qt::Horizontal);
    body->setSizes(narrow ? QList<int>{100, 200} : QList<int>{letter * 40, letter * 100});
    updateBody();
}

void ReaderPanel::Impl::updateHeader()
{
    const AnalysedSource* from = content ? source() : nullptr;
    title->setText(from ? QString::fromStdString(from->row.path) : QString());
    title->setVisible(from != nullptr);
    place->setText(content ? text.words().place(content->ref.place)
                           : ReaderPanel::tr("Choose an event to read it where it stands."));
    const bool hasEvent = content && content->event;
    headline->setVisible(hasEvent);
    headline->setText(hasEvent ? text.headline(*content->event) : QString());
    for (QLabel* label : {original, corrected, clock})
        label->setVisible(hasEvent && from);
    if (hasEvent && from)
        updateTimes(*from);
    const QString said = content ? text.notice(*content) : QString();
    notice->setVisible(!said.isEmpty());
    notice->setText(said.isEmpty() ? said : QStringLiteral("▲ ") + said);
}

void ReaderPanel::Impl::updateTimes(const AnalysedSource& from)
{
    const SourceTime time = content->event->time;
    original->setText(ReaderPanel::tr("by its own clock  %1").arg(text.original(from, time)));
    corrected->setText(ReaderPanel::tr("corrected  %1").arg(text.corrected(from, *content->event, times)));
    clock->setText(text.correction(from.clock, *content->event));
}

void ReaderPanel::Impl::updateBody()
{
    const bool hasRecords = content && !content->records.empty();
    body->setVisible(hasRecords || (content && content->event));
    lines->setVisible(hasRecords);
    const bool isLine = content && content->ref.place.unit == PlaceUnit::Line;
    fields->setVisible(content && content->event && !(isLine && hasRecords)
                       && !content->event->fields.empty());
    updateFields();
    if (!hasRecords)
        return;
    if (!isLine) {
        lines->setLines(hexDump(content->records.front().bytes, isNarrow ? 8 : 16), {});
        return;
    }
    QStringList texts;
    std::vector<std::uint64_t> numbers;
    int marked = -1;
    for (const RawRecord& record : content->records) {
        if (record.number == content->ref.place.number)
            marked = static_cast<int>(numbers.size());
        texts << lineText(record.bytes);
        numbers.push_back(record.number);
    }
    lines->setLines(texts.join(QLatin1Char('\n')), std::move(numbers), marked);
}

void ReaderPanel::Impl::updateFields()
{
    auto* table = new QWidget;
    auto* grid = new QGridLayout(table);
    grid->setContentsMargins(14, 4, 10, 8);
    grid->setHorizontalSpacing(14);
    grid->setVerticalSpacing(2);
    int row = 0;
    if (content && content->event) {
        const QFont small = scaled(panel.font(), 0.92);
        for (const auto& [key, value] : text.fields(*content->event)) {
            QLabel* name = makeLabel(key, theme.dim, small);
            name->setWordWrap(false);
            grid->addWidget(name, row, 0, Qt::AlignTop);
            QLabel* shown = makeLabel(value, theme.text, lines->font());
            shown->setAccessibleName(QStringLiteral("%1: %2").arg(key, value));
            grid->addWidget(shown, row++, 1);
        }
    }
    grid->setColumnStretch(1, 1);
    grid->setRowStretch(row, 1);
    fields->setWidget(table);
    table->setAutoFillBackground(false);
}

void ReaderPanel::Impl::updateWireshark()
{
    const bool isFrame = content && content->ref.place.unit == PlaceUnit::Frame;
    open->setVisible(isFrame);
    open->setEnabled(isFrame && content->isFileThere && !wireshark.isEmpty());
    if (wireshark.isEmpty())
        open->setToolTip(ReaderPanel::tr("Wireshark is not installed, or not on the path"));
    else if (isFrame && !content->isFileThere)
        open->setToolTip(ReaderPanel::tr("The capture is not at hand as a file of its own"));
    else
        open->setToolTip(ReaderPanel::tr("Shows this frame in Wireshark"));
}

void ReaderPanel::Impl::openInWireshark() const
{
    const AnalysedSource* from = source();
    if (!from || !content)
        return;
    const QStringList arguments{QStringLiteral("-r"), QString::fromStdString(from->row.location),
                                QStringLiteral("-g"), QString::number(content->ref.place.number)};
    if (!QProcess::startDetached(wireshark, arguments)) {
        notice->setText(ReaderPanel::tr("▲ %1 could not be started.").arg(wireshark));
        notice->setVisible(true);
    }
}

ReaderPanel::ReaderPanel(const Knowledge& knowledge, QWidget* parent)
    : QWidget(parent)
    , m_impl(std::make_unique<Impl>(knowledge, *this))
{
    setTheme(Theme::light());
}

ReaderPanel::~ReaderPanel() = default;

void ReaderPanel::setCase(std::shared_ptr<const CaseFile> file)
{
    if (m_impl->file == file)
        return;
    m_impl->file = std::move(file);
    m_impl->ref.reset();
    m_impl->analysis = nullptr;
    m_impl->load();
}

void ReaderPanel::setAnalysis(AnalysisPtr analysis)
{
    m_impl->analysis = std::move(analysis);
    m_impl->update(); // a clock may have moved; the bytes are the same
}

void ReaderPanel::setTheme(const Theme& theme)
{
    Impl& impl = *m_impl;
    impl.theme = theme;
    QPalette palette = theme.palette();
    palette.setColor(QPalette::Window, theme.panel);
    setPalette(palette);
    setAutoFillBackground(true);
    for (QLabel* label : {impl.title, impl.headline, impl.original, impl.corrected})
        Impl::setColor(label, theme.text);
    for (QLabel* label : {impl.place, impl.clock})
        Impl::setColor(label, theme.dim);
    Impl::setColor(impl.notice, theme.warn);
    impl.open->setStyleSheet(
        QStringLiteral("QToolButton{background:transparent;color:%1;border:1px solid "
                       "%2;border-radius:5px;padding:2px 9px}"
                       "QToolButton:hover{background:%3}QToolButton:focus{border-color:%1}QToolButton:"
                       "disabled{color:%4}")
            .arg(theme.accent.name(), theme.line.name(), theme.soft.name(), theme.faint.name()));
    impl.lines->setTheme(theme);
    impl.fields->verticalScrollBar()->setStyleSheet(scrollBarStyle(theme));
    impl.body->setStyleSheet(
        QStringLiteral("QSplitter::handle{background:%1;width:1px}").arg(theme.line.name()));
    impl.update();
}

void ReaderPanel::setTimes(const TimeText& times)
{
    m_impl->times = times;
    m_impl->updateHeader();
}

void ReaderPanel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_impl->fitWidth();
}

void ReaderPanel::setWireshark(const QString& program)
{
    m_impl->wireshark = program;
    m_impl->updateWireshark();
}

void ReaderPanel::show(const EventRef& ref)
{
    m_impl->ref = ref;
    m_impl->load();
}

} // namespace whittle
