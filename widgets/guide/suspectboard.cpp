// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/guide/suspectboard.h"

#include <cmath>

#include <QHBoxLayout>
#include <QVBoxLayout>

#include "widgets/guide/parts.h"
#include "widgets/guide/wrapbutton.h"

namespace whittle
{

namespace
{

QString keyOf(const Suspect& suspect)
{
    return QStringLiteral("suspect:") + QString::fromStdString(suspect.cause);
}

/// Every board has an `other`.
QString keyIn(const Diagnosis& refinement, const Suspect& suspect)
{
    return suspect.cause == "other" ? keyOf(suspect) + u'.' + QString::fromStdString(refinement.symptom)
                                    : keyOf(suspect);
}

QVBoxLayout* makeColumn(QWidget* owner, int spacing)
{
    auto* column = new QVBoxLayout(owner);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing);
    return column;
}

} // namespace

SuspectBoard::SuspectBoard(const GuideContext& context, GuideActions& actions)
    : m_context(context)
    , m_actions(actions)
{
    setAccessibleName(tr("Suspects"));
    const std::vector<const Suspect*> order = boardOrder(context.analysis->diagnosis);
    const std::size_t most =
        context.analysis->diagnosis.refinements.empty() ? collapsedRows : collapsedRowsWhenRefined;
    const bool all = context.isOpen(QStringLiteral("board")) || order.size() <= most + 1;
    const std::size_t shown = all ? order.size() : most;
    QVBoxLayout* rows = makeColumn(this, 9);
    rows->addWidget(makeLabel(context.text.boardSummary(*context.analysis, shown), context.theme.dim,
                              scaled(context.font, smallText)));
    for (std::size_t i = 0; i < shown; ++i) {
        rows->addWidget(makeRow(*order[i], keyOf(*order[i])));
        addRefinement(*rows, *order[i]);
    }
    if (order.size() > most + 1)
        addFold(*rows, order.size());
}

void SuspectBoard::addRefinement(QVBoxLayout& rows, const Suspect& suspect)
{
    for (const Diagnosis& refinement : m_context.analysis->diagnosis.refinements) {
        if (refinement.symptom == suspect.cause)
            rows.addWidget(makeRefinement(refinement));
    }
}

QWidget* SuspectBoard::makeRefinement(const Diagnosis& refinement)
{
    const QString title = m_context.text.words().refinementTitle(refinement.symptom);
    auto* block = new QWidget;
    block->setObjectName(QStringLiteral("refinement-") + QString::fromStdString(refinement.symptom));
    block->setAccessibleName(title);
    QVBoxLayout* rows = makeColumn(block, 7);
    rows->setContentsMargins(14, 0, 0, 4);
    rows->addWidget(makeLabel(title, m_context.theme.dim, scaled(m_context.font, smallText)));
    const bool all = m_context.isOpen(QStringLiteral("board"));
    std::size_t standing = 0;
    for (const Suspect* suspect : boardOrder(refinement)) {
        const bool struckOut = suspect->state == SuspectState::Eliminated;
        if (all || struckOut || standing++ < collapsedVariants)
            rows->addWidget(makeRow(*suspect, keyIn(refinement, *suspect)));
    }
    return block;
}

void SuspectBoard::addFold(QVBoxLayout& rows, std::size_t total)
{
    const bool open = m_context.isOpen(QStringLiteral("board"));
    auto* fold =
        new WrapButton(WrapButton::Look::Link,
                       open ? tr("Show fewer") : tr("Show all %1 suspects").arg(total), m_context.theme);
    fold->setFont(scaled(m_context.font, smallText));
    fold->setObjectName(QStringLiteral("fold-board"));
    connect(fold, &WrapButton::clicked, this, [this] { Q_EMIT m_actions.toggled(QStringLiteral("board")); });
    rows.addWidget(fold, 0, Qt::AlignLeft);
}

QWidget* SuspectBoard::makeRow(const Suspect& suspect, const QString& key)
{
    auto* row = new QWidget;
    QVBoxLayout* column = makeColumn(row, 2);
    const bool eliminated = suspect.state == SuspectState::Eliminated;
    auto* head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(makeTitle(suspect, key), 1);
    if (!eliminated)
        head->addWidget(makePercent(suspect), 0, Qt::AlignBottom);
    else if (QWidget* link = makeLink(suspect))
        head->addWidget(link, 0, Qt::AlignTop);
    column->addLayout(head);
    column->addWidget(eliminated ? makeReason(suspect) : makeBar(suspect));
    if (suspect.state == SuspectState::Weakened)
        column->addWidget(makeReason(suspect));
    if (m_context.isOpen(key))
        addDetails(*column, suspect);
    return row;
}

QWidget* SuspectBoard::makeTitle(const Suspect& suspect, const QString& key)
{
    const QString name = m_context.text.words().causeTitle(suspect.cause);
    auto* title = new WrapButton(WrapButton::Look::Plain, name, m_context.theme);
    title->setObjectName(key);
    QFont face = m_context.font;
    QString state;
    switch (suspect.state) {
    case SuspectState::Confirmed:
        face.setWeight(QFont::DemiBold);
        state = tr("confirmed, %1").arg(m_context.text.words().percent(suspect.probability));
        break;
    case SuspectState::Suspect:
        face.setWeight(QFont::DemiBold);
        state = tr("suspect, %1").arg(m_context.text.words().percent(suspect.probability));
        break;
    case SuspectState::Weakened:
        title->setTextColor(m_context.theme.dim);
        state = tr("weakened, %1").arg(m_context.text.words().percent(suspect.probability));
        break;
    case SuspectState::Eliminated:
        face.setStrikeOut(true);
        title->setTextColor(m_context.theme.dim);
        state = tr("eliminated");
        break;
    }
    title->setFont(face);
    title->setAccessibleName(name + QStringLiteral(", ") + state);
    title->setToolTip(m_context.isOpen(key) ? tr("Fold in")
                                            : tr("What it is, what speaks for and against it"));
    connect(title, &WrapButton::clicked, this, [this, key] { Q_EMIT m_actions.toggled(key); });
    return title;
}

QWidget* SuspectBoard::makePercent(const Suspect& suspect)
{
    const bool weak = suspect.state == SuspectState::Weakened;
    QLabel* percent =
        makeLabel(m_context.text.words().percent(suspect.probability),
                  weak ? m_context.theme.dim : m_context.theme.text, scaled(m_context.font, 0.95));
    percent->setWordWrap(false);
    return percent;
}

QWidget* SuspectBoard::makeBar(const Suspect& suspect)
{
    const bool weak = suspect.state == SuspectState::Weakened;
    return new ProbabilityBar(suspect.probability, weak ? m_context.theme.faint : m_context.theme.accent,
                              m_context.theme.grid);
}

QWidget* SuspectBoard::makeReason(const Suspect& suspect)
{
    const QString reason = m_context.text.standing(*m_context.analysis, suspect);
    const bool eliminated = suspect.state == SuspectState::Eliminated;
    QLabel* label = makeLabel(eliminated ? tr("✕ %1").arg(reason) : reason, m_context.theme.dim,
                              scaled(m_context.font, smallText));
    label->setObjectName(QStringLiteral("reason"));
    label->setVisible(!reason.isEmpty());
    return label;
}

/// An answer of a person can be taken back; evidence can be looked at.
QWidget* SuspectBoard::makeLink(const Suspect& suspect)
{
    if (suspect.reasons.empty())
        return nullptr;
    const Reason& reason = suspect.reasons.front();
    WrapButton* link = nullptr;
    if (m_context.text.isByNumbers(reason))
        return nullptr;
    if (!reason.byEvidence) {
        link = new WrapButton(WrapButton::Look::Link, tr("revive"), m_context.theme);
        link->setToolTip(tr("Take back the answer that struck it out"));
        connect(link, &WrapButton::clicked, this, [this, question = QString::fromStdString(reason.question)] {
            Q_EMIT m_actions.takenBack(question);
        });
    } else if (const CitedEvent* cited = m_context.text.firstCited(
                   *m_context.analysis, reason.check.empty() ? reason.question : reason.check)) {
        link = new WrapButton(WrapButton::Look::Link, tr("proof"), m_context.theme);
        link->setToolTip(m_context.text.place(*m_context.analysis, cited->ref));
        connect(link, &WrapButton::clicked, this,
                [this, event = *cited] { Q_EMIT m_actions.eventSelected(event.ref, event.time); });
    }
    if (link) {
        link->setFont(scaled(m_context.font, smallText));
        link->setAccessibleName(
            tr("%1: %2").arg(m_context.text.words().causeTitle(suspect.cause), link->text()));
        link->setObjectName(QStringLiteral("link-") + QString::fromStdString(suspect.cause));
    }
    return link;
}

void SuspectBoard::addDetails(QVBoxLayout& rows, const Suspect& suspect)
{
    auto* block = new QWidget;
    block->setObjectName(QStringLiteral("details"));
    QVBoxLayout* column = makeColumn(block, 4);
    column->setContentsMargins(10, 4, 0, 6);
    const QFont small = scaled(m_context.font, smallText);
    if (const Cause* cause = m_context.text.knowledge().cause(suspect.cause)) {
        const QString explanation = m_context.text.words().fill(cause->explanation);
        if (!explanation.isEmpty())
            column->addWidget(makeLabel(explanation, m_context.theme.text, small));
    }
    addReasons(*column, suspect, true);
    addReasons(*column, suspect, false);
    if (const QString next = m_context.text.words().causeInstruction(suspect.cause); !next.isEmpty()) {
        column->addWidget(makeLabel(tr("When it is this one:"), m_context.theme.dim, small));
        column->addWidget(new Instruction(next, m_context.theme, m_context.font));
    }
    rows.addWidget(block);
}

void SuspectBoard::addReasons(QVBoxLayout& rows, const Suspect& suspect, bool isFor)
{
    constexpr double negligible = 0.05;
    for (const Reason& reason : suspect.reasons) {
        if ((reason.weight > 0) != isFor || std::abs(reason.weight) < negligible)
            continue;
        const QString text = m_context.text.reason(*m_context.analysis, reason);
        rows.addWidget(makeLabel(isFor ? tr("+ %1").arg(text) : tr("− %1").arg(text), m_context.theme.dim,
                                 scaled(m_context.font, smallText)));
    }
}

} // namespace whittle
