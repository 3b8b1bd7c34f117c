// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/findings/findingrow.h"

#include <algorithm>

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

#include "models/report/visibletext.h"
#include "widgets/findings/citedline.h"
#include "widgets/guide/parts.h"
#include "widgets/guide/wrapbutton.h"

namespace whittle
{

namespace
{

constexpr std::size_t namedDevices = 12;

} // namespace

FindingRow::FindingRow(const FindingsContext& context, SeverityMark::Kind kind, const QString& title,
                       const QString& side, bool strong)
    : m_context(context)
    , m_column(new QVBoxLayout)
    , m_side(makeLabel(side, context.theme.dim, scaled(context.font, 0.92)))
{
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(QStringList{SeverityMark::name(kind), title, side}.join(QStringLiteral(", ")));
    m_plain = side.isEmpty() ? title : title + QStringLiteral(" (") + side + QLatin1Char(')');
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(14, 4, 16, 4);
    row->setSpacing(8);
    auto* mark = new SeverityMark(kind, context.theme);
    mark->setFont(context.font);
    row->addWidget(mark, 0, Qt::AlignTop);
    row->addLayout(m_column, 1);
    m_column->setSpacing(2);
    auto* head = new QHBoxLayout;
    head->setSpacing(16);
    QLabel* label = makeLabel(title, context.theme.text,
                              scaled(context.font, 1.0, strong ? QFont::DemiBold : QFont::Normal));
    label->setObjectName(QStringLiteral("title"));
    head->addWidget(label, 1);
    m_side->setObjectName(QStringLiteral("side"));
    m_side->setWordWrap(false);
    head->addWidget(m_side, 0, Qt::AlignTop);
    m_column->addLayout(head);
}

void FindingRow::addText(const QString& text)
{
    m_column->addWidget(makeLabel(text, m_context.theme.dim, scaled(m_context.font, 0.92)));
}

void FindingRow::addFinding(const Finding& finding, bool open)
{
    m_plain = m_context.text.plain(*m_context.analysis, finding, m_context.times);
    if (finding.devices.size() == 1)
        linkDevices(*m_side, m_side->text(), finding.devices);
    if (open) {
        addText(m_context.text.words().findingExplanation(finding));
        addDevices(finding);
    }
    const std::size_t total = finding.evidence.size();
    addCitations(finding, open || total <= foldedCitations + 1 ? total : foldedCitations);
    if (const QString footer = m_context.text.footer(finding); !footer.isEmpty())
        addText(footer);
}

/// Makes links of the names in a text, which then are told about when they are pressed.
void FindingRow::linkDevices(QLabel& label, const QString& text, const std::vector<std::string>& devices)
{
    QString html = text.toHtmlEscaped();
    for (const std::string& device : devices) {
        const QString name = QString::fromStdString(device).toHtmlEscaped();
        html.replace(name,
                     QStringLiteral("<a href=\"%1\" style=\"color:%2;text-decoration:none\">%1</a>")
                         .arg(name, m_context.theme.accent.name()));
    }
    label.setTextFormat(Qt::RichText);
    label.setText(html);
    label.setAccessibleName(text);
    label.setTextInteractionFlags(Qt::TextBrowserInteraction | Qt::LinksAccessibleByKeyboard);
    connect(&label, &QLabel::linkActivated, this, &FindingRow::deviceChosen);
}

/// Of several devices their names, where the row has room for them.
void FindingRow::addDevices(const Finding& finding)
{
    if (finding.devices.size() < 2)
        return;
    const std::size_t count = std::min(finding.devices.size(), namedDevices);
    const std::vector<std::string> named(finding.devices.begin(),
                                         finding.devices.begin() + static_cast<std::ptrdiff_t>(count));
    QLabel* label = makeLabel({}, m_context.theme.dim, scaled(m_context.font, 0.92));
    label->setObjectName(QStringLiteral("devices"));
    linkDevices(*label, m_context.text.words().list(finding.devices, count), named);
    m_column->addWidget(label);
}

void FindingRow::addCitations(const Finding& finding, std::size_t shown)
{
    std::vector<CitedLine*> lines;
    int column = 0;
    for (std::size_t i = 0; i < shown; ++i) {
        const Citation& citation = finding.evidence[i];
        auto* line = new CitedLine(m_context.text.place(*m_context.analysis, citation.ref),
                                   visibleText(citation.text), m_context.theme, m_context.font);
        const QString words = visibleText(citation.text);
        line->setToolTip(m_context.analysis->hasTimes(citation.ref.source)
                             ? m_context.times.dateTime(citation.time) + QLatin1Char('\n') + words
                             : words);
        connect(line, &CitedLine::clicked, this,
                [this, ref = citation.ref, time = citation.time] { Q_EMIT eventSelected(ref, time); });
        column = std::max(column, line->placeWidth());
        lines.push_back(line);
        m_column->addWidget(line);
    }
    for (CitedLine* line : lines)
        line->setPlaceWidth(column);
    if (shown == finding.evidence.size())
        return;
    auto* more = new WrapButton(
        WrapButton::Look::Link,
        tr("%1 more").arg(m_context.text.words().number(finding.evidence.size() - shown)), m_context.theme);
    more->setObjectName(QStringLiteral("more"));
    more->setFont(scaled(m_context.font, 0.92));
    connect(more, &WrapButton::clicked, this, &FindingRow::toggled);
    m_column->addWidget(more, 0, Qt::AlignLeft);
}

void FindingRow::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space)
        Q_EMIT toggled();
    else
        QFrame::keyPressEvent(event);
}

void FindingRow::mouseDoubleClickEvent(QMouseEvent*)
{
    Q_EMIT toggled();
}

void FindingRow::paintEvent(QPaintEvent*)
{
    if (!hasFocus())
        return;
    QPainter painter(this);
    painter.fillRect(rect(), m_context.theme.soft);
    painter.fillRect(0, 0, 3, height(), m_context.theme.accent);
}

} // namespace whittle
