// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/device/devicepanel.h"

#include <algorithm>
#include <utility>

#include <QHBoxLayout>
#include <QLabel>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextBrowser>
#include <QVBoxLayout>

#include "models/report/words.h"
#include "models/store/casefile.h"
#include "models/store/casereader.h"
#include "widgets/device/devicechooser.h"
#include "widgets/device/devicehtml.h"
#include "widgets/guide/parts.h"
#include "widgets/jobs/latestjob.h"

namespace whittle
{

namespace
{

constexpr std::size_t moreRows = 200;

struct FoundEvent {
    EventRef ref{};
    std::optional<CaseTime> time{};
};

/// When an event was, by the case.
FoundEvent lookUp(const CaseFile& file, const Analysis& analysis, const EventRef& ref)
{
    const auto reader = file.newReader();
    if (!reader)
        return {ref, {}};
    const auto event = (*reader)->event(ref);
    if (!event || !*event)
        return {ref, {}};
    return {ref, analysis.clocks().at(ref.source, (*event)->time, ref.place.number)};
}

} // namespace

struct DevicePanel::Impl {
    Impl(const Knowledge& knowledge, DevicePanel& owner);

    void build();
    void changed();
    void rebuild();
    void showSections(const DevicePage& page);
    void markSelected();
    void follow(const QString& link);
    void showMore(const std::string& section);

    DevicePanel& panel;
    Words words;
    DeviceChooser* chooser;
    QLabel* sections;
    QTextBrowser* page;
    std::shared_ptr<const CaseFile> file;
    AnalysisPtr analysis;
    Theme theme = Theme::light();
    TimeText times;
    std::string device;
    std::string wanted; ///< asked for before its analysis came
    PageDepth depth;
    std::optional<EventRef> selected;
    bool stale = false; ///< to be built when it is seen

    LatestJob<FoundEvent> lookUpJob; ///< last, so that it is gone before what it delivers to
};

DevicePanel::Impl::Impl(const Knowledge& knowledge, DevicePanel& owner)
    : panel(owner)
    , words(knowledge, Words::Language::Translated)
    , chooser(new DeviceChooser)
    , sections(new WrappedLabel)
    , page(new QTextBrowser)
    , lookUpJob([this](const FoundEvent& found) {
        if (found.time)
            Q_EMIT panel.eventSelected(found.ref, *found.time);
    })
{
    build();
    QObject::connect(chooser, &DeviceChooser::chosen, &owner,
                     [this](const QString& name) { panel.showDevice(name.toStdString()); });
    QObject::connect(sections, &QLabel::linkActivated, &owner, [this](const QString& link) { follow(link); });
    QObject::connect(page, &QTextBrowser::anchorClicked, &owner,
                     [this](const QUrl& link) { follow(link.toString()); });
}

void DevicePanel::Impl::build()
{
    sections->setTextFormat(Qt::RichText);
    sections->setWordWrap(true);
    sections->setTextInteractionFlags(Qt::TextBrowserInteraction | Qt::LinksAccessibleByKeyboard);
    sections->setAccessibleName(DevicePanel::tr("Sections of the page"));
    page->setOpenLinks(false);
    page->setFrameShape(QFrame::NoFrame);
    page->setAccessibleName(DevicePanel::tr("What is known about the device"));
    page->document()->setDocumentMargin(12);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(10, 8, 10, 2);
    head->setSpacing(14);
    head->addWidget(chooser);
    head->addWidget(sections, 1);
    auto* column = new QVBoxLayout(&panel);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(page, 1);
    panel.setFocusProxy(page);
    panel.setAccessibleName(DevicePanel::tr("Device"));
}

void DevicePanel::Impl::changed()
{
    stale = true;
    if (panel.isVisible())
        rebuild();
}

void DevicePanel::Impl::rebuild()
{
    stale = false;
    const int position = page->verticalScrollBar()->value();
    page->document()->setDefaultStyleSheet(deviceStyle(theme, panel.font()));
    chooser->setVisible(!device.empty());
    if (device.empty()) {
        sections->clear();
        page->setPlainText(analysis && !analysis->sources.empty()
                               ? DevicePanel::tr("No device was recognised in this evidence.")
                               : DevicePanel::tr("What the evidence says of each phone is shown here."));
        return;
    }
    const DevicePage made = devicePage(*analysis, device, words, times, depth);
    showSections(made);
    page->setHtml(deviceHtml(made));
    page->verticalScrollBar()->setValue(position);
    markSelected();
}

void DevicePanel::Impl::showSections(const DevicePage& made)
{
    QStringList links;
    for (const PageSection& section : made.sections)
        links << QStringLiteral("<a href='#%1' style='color:%2;text-decoration:none'>%3&nbsp;%4</a>")
                     .arg(QString::fromStdString(section.id), theme.dim.name(),
                          section.title.toHtmlEscaped().replace(QLatin1Char(' '), QLatin1String("&nbsp;")),
                          section.id == "facts" ? QString() : words.number(section.total));
    sections->setText(links.join(QStringLiteral(" &nbsp; ")));
}

void DevicePanel::Impl::markSelected()
{
    QList<QTextEdit::ExtraSelection> marked;
    const QString wanted = selected ? linkTo(*selected) : QString();
    for (QTextBlock block = page->document()->begin(); selected && block.isValid(); block = block.next()) {
        for (auto piece = block.begin(); !piece.atEnd(); ++piece) {
            const QTextFragment fragment = piece.fragment();
            const QString link = fragment.charFormat().anchorHref();
            if (link != wanted && !link.startsWith(wanted + QLatin1Char(':')))
                continue;
            QTextEdit::ExtraSelection mark;
            mark.cursor = QTextCursor(page->document());
            mark.cursor.setPosition(fragment.position());
            mark.cursor.setPosition(fragment.position() + fragment.length(), QTextCursor::KeepAnchor);
            mark.format.setBackground(theme.soft);
            mark.format.setFontUnderline(true);
            marked.append(mark);
        }
    }
    page->setExtraSelections(marked);
}

void DevicePanel::Impl::follow(const QString& link)
{
    if (link == QLatin1String("#facts")) {
        page->verticalScrollBar()->setValue(0);
    } else if (link.startsWith(QLatin1Char('#'))) {
        page->scrollToAnchor(link.mid(1));
    } else if (const std::string section = sectionOf(link); !section.empty()) {
        showMore(section);
    } else if (const auto event = eventOf(link)) {
        if (event->time)
            Q_EMIT panel.eventSelected(event->ref, *event->time);
        else if (file)
            lookUpJob.start([file = file, analysis = analysis, ref = event->ref](const std::stop_token&) {
                return lookUp(*file, *analysis, ref);
            });
    }
}

void DevicePanel::Impl::showMore(const std::string& section)
{
    depth.of[section] = depth.rows(section) + moreRows;
    rebuild();
}

DevicePanel::DevicePanel(const Knowledge& knowledge, QWidget* parent)
    : QWidget(parent)
    , m_impl(std::make_unique<Impl>(knowledge, *this))
{
    setTheme(Theme::light());
}

DevicePanel::~DevicePanel() = default;

void DevicePanel::setCase(std::shared_ptr<const CaseFile> file)
{
    if (m_impl->file == file)
        return;
    m_impl->lookUpJob.cancel();
    m_impl->file = std::move(file);
    m_impl->device.clear();
    m_impl->wanted.clear();
    m_impl->selected.reset();
    setAnalysis(nullptr);
}

void DevicePanel::setAnalysis(AnalysisPtr analysis)
{
    Impl& impl = *m_impl;
    impl.analysis = std::move(analysis);
    const std::vector<DeviceHistory> none;
    const auto& devices = impl.analysis ? impl.analysis->devices : none;
    impl.chooser->setDevices(devices);
    const auto isKnown = [&](const std::string& name) {
        return std::ranges::find(devices, name, &DeviceHistory::name) != devices.end();
    };
    if (isKnown(impl.wanted))
        impl.device = std::exchange(impl.wanted, {});
    if (!isKnown(impl.device))
        impl.device = devices.empty() ? std::string() : devices.front().name;
    impl.chooser->setDevice(impl.device);
    impl.changed();
}

void DevicePanel::setTheme(const Theme& theme)
{
    m_impl->theme = theme;
    QPalette palette = theme.palette();
    palette.setColor(QPalette::Window, theme.panel);
    palette.setColor(QPalette::Base, theme.panel);
    setPalette(palette);
    setAutoFillBackground(true);
    m_impl->page->verticalScrollBar()->setStyleSheet(scrollBarStyle(theme));
    m_impl->changed();
}

void DevicePanel::setTimes(const TimeText& times)
{
    m_impl->times = times;
    m_impl->changed();
}

void DevicePanel::select(const EventRef& ref)
{
    m_impl->selected = ref;
    if (!m_impl->stale)
        m_impl->markSelected();
}

void DevicePanel::showDevice(const std::string& name)
{
    Impl& impl = *m_impl;
    impl.wanted = name;
    if (name == impl.device || !impl.analysis
        || std::ranges::find(impl.analysis->devices, name, &DeviceHistory::name)
            == impl.analysis->devices.end())
        return;
    impl.wanted.clear();
    impl.device = name;
    impl.depth.of.clear();
    impl.chooser->setDevice(name);
    impl.page->verticalScrollBar()->setValue(0);
    impl.changed();
}

void DevicePanel::choose()
{
    m_impl->chooser->beginTyping();
}

std::string DevicePanel::device() const
{
    return m_impl->device;
}

void DevicePanel::showEvent(QShowEvent* event)
{
    if (m_impl->stale)
        m_impl->rebuild();
    QWidget::showEvent(event);
}

} // namespace whittle
