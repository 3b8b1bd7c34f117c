// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/visibility/visibilitydetails.h"

#include <algorithm>

#include <QVBoxLayout>

#include "models/report/visibletext.h"
#include "widgets/guide/parts.h"
#include "widgets/guide/wrapbutton.h"
#include "widgets/visibility/visibilitytext.h"

namespace whittle
{

namespace
{

constexpr std::size_t mostSources = 20;
constexpr std::size_t mostKinds = 4;

} // namespace

VisibilityDetails::VisibilityDetails(const Context& context, const VisibilityRow& row, Layer layer)
    : m_context(context)
    , m_cell(row.at(layer))
    , m_rows(new QVBoxLayout(this))
{
    m_rows->setContentsMargins(8, 2, 6, 8);
    m_rows->setSpacing(5);
    m_rows->addWidget(
        makeHeading(tr("%1 · %2").arg(visibilitytext::component(row), visibilitytext::layer(layer)),
                    context.theme, context.font));
    const bool missing = m_cell.sight == Sight::NotWatched;
    addText(visibilitytext::sight(m_cell), missing ? context.theme.warn : context.theme.text);
    addSightings();
    addOthers();
    addText(tr("%1 %2: %3.")
                .arg(visibilitytext::aboutComponent(row.component), visibilitytext::layer(layer),
                     visibilitytext::aboutLayer(layer)),
            context.theme.dim);
    if (m_cell.sight != Sight::Seen || visibilitytext::hasGaps(m_cell))
        addCollect();
    m_rows->addStretch(1);
}

void VisibilityDetails::addText(const QString& text, const QColor& color)
{
    m_rows->addWidget(makeLabel(text, color, scaled(m_context.font, smallText)));
}

void VisibilityDetails::addSightings()
{
    for (std::size_t i = 0; i < std::min(m_cell.seen.size(), mostSources); ++i)
        addSighting(m_cell.seen[i]);
    if (m_cell.seen.size() > mostSources)
        addText(tr("and %1 more sources").arg(m_cell.seen.size() - mostSources), m_context.theme.dim);
    if (!m_cell.seen.empty() && std::ranges::all_of(m_cell.seen, &Sighting::shared))
        addText(tr("These messages do not say whose they are: they count for all that the source shows."),
                m_context.theme.dim);
}

void VisibilityDetails::addSighting(const Sighting& sighting)
{
    auto* link =
        new WrapButton(WrapButton::Look::Link,
                       visibilitytext::sourceName(*m_context.analysis, sighting.source), m_context.theme);
    link->setFont(scaled(m_context.font, 0.95));
    link->setNote(note(sighting));
    if (const AnalysedSource* source = m_context.analysis->source(sighting.source))
        link->setToolTip(tr("Show its events: %1").arg(visibleText(std::string_view{source->row.path})));
    QStringList kinds;
    for (const auto& [kind, count] : sighting.kinds)
        kinds << QString::fromStdString(kind);
    connect(link, &WrapButton::clicked, this,
            [this, id = raw(sighting.source), kinds] { Q_EMIT sourceActivated(id, kinds); });
    m_rows->addWidget(link);
}

/// "DHCPACK 31, DHCPNAK 14 · 2009-02-27 08:11 – 2009-03-04 09:00 · with gaps"
QString VisibilityDetails::note(const Sighting& sighting) const
{
    std::vector<std::pair<std::string, std::uint64_t>> kinds(sighting.kinds.begin(), sighting.kinds.end());
    std::ranges::stable_sort(kinds, std::ranges::greater{}, &std::pair<std::string, std::uint64_t>::second);
    std::vector<std::string> named;
    for (const auto& [kind, count] : kinds)
        named.push_back(
            tr("%1 %2").arg(m_context.words.kind(kind), m_context.words.number(count)).toStdString());
    QString text = m_context.words.list(named, mostKinds);
    if (sighting.from && sighting.to)
        text = tr("%1 · recorded %2 – %3")
                   .arg(text, m_context.times.dateMinute(*sighting.from),
                        m_context.times.dateMinute(*sighting.to));
    return sighting.gaps ? tr("%1 · with gaps").arg(text) : text;
}

QString VisibilityDetails::names(const std::vector<SourceId>& sources) const
{
    std::vector<std::string> names;
    for (const SourceId source : sources)
        names.push_back(visibilitytext::sourceName(*m_context.analysis, source).toStdString());
    return m_context.words.list(names);
}

void VisibilityDetails::addOthers()
{
    if (!m_cell.silent.empty())
        addText(tr("Recorded where it would have shown, and has nothing of it: %1").arg(names(m_cell.silent)),
                m_context.theme.text);
    if (!m_cell.hidden.empty())
        addText(tr("Recorded with a filter that hides it, or may: %1").arg(names(m_cell.hidden)),
                m_context.theme.text);
}

void VisibilityDetails::addCollect()
{
    if (m_cell.collect.empty())
        return;
    m_rows->addSpacing(4);
    m_rows->addWidget(makeHeading(tr("What would show it"), m_context.theme, m_context.font));
    for (const std::string& id : m_cell.collect) {
        const Collectable* item = m_context.words.knowledge().collectable(id);
        if (!item)
            continue;
        m_rows->addWidget(makeLabel(m_context.words.fill(item->what), m_context.theme.text,
                                    scaled(m_context.font, smallText)));
        m_rows->addWidget(
            new Instruction(m_context.words.instruction(item->how), m_context.theme, m_context.font));
        addText(m_context.words.fill(item->why), m_context.theme.dim);
    }
}

} // namespace whittle
