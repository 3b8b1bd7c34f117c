// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/guide/guidesections.h"

#include <algorithm>

#include <QHBoxLayout>
#include <QVBoxLayout>

#include "widgets/guide/parts.h"
#include "widgets/guide/questioncard.h"
#include "widgets/guide/wrapbutton.h"

namespace whittle
{

GuideSections::GuideSections(const GuideContext& context, GuideActions& actions)
    : m_context(context)
    , m_actions(actions)
    , m_rows(new QVBoxLayout(this))
{
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(16);
    addOtherQuestions();
    addYourAnswers();
    addEvidenceAnswers();
    addCollect();
}

QVBoxLayout* GuideSections::startSection(const QString& title)
{
    auto* section = new QVBoxLayout;
    section->setSpacing(5);
    if (!title.isEmpty())
        section->addWidget(makeHeading(title, m_context.theme, m_context.font));
    m_rows->addLayout(section);
    return section;
}

WrapButton* GuideSections::makeLink(const QString& text, const QString& name) const
{
    auto* link = new WrapButton(WrapButton::Look::Link, text, m_context.theme);
    link->setFont(scaled(m_context.font, 0.92));
    link->setObjectName(name);
    return link;
}

void GuideSections::addOtherQuestions()
{
    const std::vector<NextQuestion>& next = m_context.analysis->diagnosis.next;
    if (next.size() < 2)
        return;
    const bool open = m_context.isOpen(QStringLiteral("others"));
    QVBoxLayout* section = startSection({});
    const std::size_t others = next.size() - 1;
    const QString title =
        others == 1 ? tr("Another question to choose") : tr("%1 other questions to choose from").arg(others);
    WrapButton* fold =
        makeLink((open ? QStringLiteral("▾ ") : QStringLiteral("▸ ")) + title, QStringLiteral("fold-others"));
    fold->setAccessibleName(title);
    connect(fold, &WrapButton::clicked, this, [this] { Q_EMIT m_actions.toggled(QStringLiteral("others")); });
    section->addWidget(fold, 0, Qt::AlignLeft);
    for (const NextQuestion& entry : next) {
        if (!open || &entry == shownQuestion(m_context))
            continue;
        const QString id = QString::fromStdString(entry.question);
        auto* pick = new WrapButton(WrapButton::Look::Card,
                                    m_context.text.words().questionText(entry.question), m_context.theme);
        pick->setObjectName(QStringLiteral("pick-") + id);
        pick->setFont(m_context.font);
        pick->setNote(m_context.text.effort(entry.minutes, entry.gainBits));
        connect(pick, &WrapButton::clicked, this, [this, id] { Q_EMIT m_actions.questionPicked(id); });
        section->addWidget(pick);
    }
}

/// A question on the left, what it was answered on the right.
void GuideSections::addPair(const std::string& question, const QString& value, WrapButton* link)
{
    auto* line = new QHBoxLayout;
    line->setSpacing(12);
    const QFont face = scaled(m_context.font, 0.92);
    const auto add = [&](const QString& text, const QColor& color, int stretch) {
        QLabel* label = makeLabel(text, color, face);
        label->setWordWrap(stretch > 0);
        label->setContentsMargins(0, 2, 0, 2); // as a link has, so that they stand on one line
        line->addWidget(label, stretch, Qt::AlignTop);
    };
    add(m_context.text.words().questionText(question), m_context.theme.dim, 1);
    if (!value.isEmpty())
        add(value, m_context.theme.text, 0);
    if (link) {
        link->setAlignment(Qt::AlignRight);
        line->addWidget(link, 0, Qt::AlignTop);
    }
    qobject_cast<QVBoxLayout*>(m_rows->itemAt(m_rows->count() - 1)->layout())->addLayout(line);
}

void GuideSections::addYourAnswers()
{
    const Analysis& analysis = *m_context.analysis;
    if (analysis.answers.empty())
        return;
    QVBoxLayout* section = startSection(tr("Your answers"));
    for (auto answer = analysis.answers.rbegin(); answer != analysis.answers.rend(); ++answer) {
        const QString id = QString::fromStdString(answer->question);
        WrapButton* back = makeLink(tr("take back"), QStringLiteral("back-") + id);
        back->setAccessibleName(
            tr("Take back: %1").arg(m_context.text.words().questionText(answer->question)));
        connect(back, &WrapButton::clicked, this, [this, id] { Q_EMIT m_actions.takenBack(id); });
        addPair(answer->question, m_context.text.answer(answer->value), back);
        const auto counted =
            std::ranges::find_if(analysis.diagnosis.answered, [&](const AnsweredQuestion& a) {
                return a.byEvidence && a.counted && a.question == answer->question
                    && a.value != answer->value;
            });
        if (counted != analysis.diagnosis.answered.end() && answer->value != "unknown") {
            section->addWidget(makeLabel(tr("▲ The evidence says %1, and that is what counts.")
                                             .arg(m_context.text.words().answer(counted->value)),
                                         m_context.theme.warn, scaled(m_context.font, smallText)));
        }
    }
}

void GuideSections::addEvidenceAnswers()
{
    const Analysis& analysis = *m_context.analysis;
    const auto byEvidence = [](const AnsweredQuestion& answered) { return answered.byEvidence; };
    if (std::ranges::none_of(analysis.diagnosis.answered, byEvidence))
        return;
    startSection(tr("Answered by evidence"));
    for (const AnsweredQuestion& answered : analysis.diagnosis.answered) {
        if (!answered.byEvidence)
            continue;
        const CitedEvent* cited =
            m_context.text.firstCited(analysis, answered.check.empty() ? answered.question : answered.check);
        if (!cited) {
            addPair(answered.question, m_context.text.answer(answered.value), nullptr);
            continue;
        }
        WrapButton* link = makeLink(m_context.text.evidenceLink(answered, cited),
                                    QStringLiteral("cited-") + QString::fromStdString(answered.question));
        link->setToolTip(tr("%1, %2").arg(m_context.text.place(analysis, cited->ref),
                                          m_context.times.dateTime(cited->time)));
        connect(link, &WrapButton::clicked, this,
                [this, event = *cited] { Q_EMIT m_actions.eventSelected(event.ref, event.time); });
        addPair(answered.question, {}, link);
    }
}

void GuideSections::addCollect()
{
    const std::vector<CollectAdvice>& collect = m_context.analysis->diagnosis.collect;
    if (collect.empty())
        return;
    QVBoxLayout* section = startSection(tr("To be surer, collect"));
    for (const CollectAdvice& advice : collect) {
        if (const Collectable* item = m_context.text.knowledge().collectable(advice.collectable))
            addCollectable(*section, *item, advice);
    }
}

/// The most useful one is folded out, the others are one line each until they are asked for.
void GuideSections::addCollectable(QVBoxLayout& section, const Collectable& item, const CollectAdvice& advice)
{
    const bool isFirst = &advice == &m_context.analysis->diagnosis.collect.front();
    const QString key = (isFirst ? QStringLiteral("collect-first:") : QStringLiteral("collect:"))
        + QString::fromStdString(item.id);
    auto* line = new QHBoxLayout;
    line->setSpacing(12);
    auto* title =
        new WrapButton(WrapButton::Look::Plain, m_context.text.words().fill(item.what), m_context.theme);
    title->setFont(scaled(m_context.font, 0.95));
    title->setObjectName(key);
    connect(title, &WrapButton::clicked, this, [this, key] { Q_EMIT m_actions.toggled(key); });
    line->addWidget(title, 1);
    QLabel* effort = makeLabel(m_context.text.effort(item.minutes, advice.gainBits), m_context.theme.dim,
                               scaled(m_context.font, smallText));
    effort->setWordWrap(false);
    effort->setContentsMargins(0, 3, 0, 0);
    effort->setToolTip(tr("How long it takes, and by how much it is expected to narrow the suspects down"));
    line->addWidget(effort, 0, Qt::AlignTop);
    section.addLayout(line);
    if (m_context.isOpen(key) == isFirst)
        return;
    if (!item.why.empty())
        section.addWidget(makeLabel(m_context.text.words().fill(item.why), m_context.theme.dim,
                                    scaled(m_context.font, smallText)));
    if (!item.how.empty())
        section.addWidget(
            new Instruction(m_context.text.words().instruction(item.how), m_context.theme, m_context.font));
    section.addSpacing(4);
}

SymptomChooser::SymptomChooser(const GuideContext& context, GuideActions& actions)
{
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(8);
    rows->addWidget(
        makeLabel(tr("What is wrong?"), context.theme.text, scaled(context.font, 1.25, QFont::DemiBold)));
    rows->addWidget(makeLabel(tr("“It doesn’t work” has many meanings. Take the one that comes closest; it "
                                 "can be changed at any time."),
                              context.theme.dim, scaled(context.font, 0.92)));
    for (const bool covered : {true, false}) {
        if (!covered)
            rows->addWidget(makeLabel(tr("Known by name only: there is nothing to narrow these with yet."),
                                      context.theme.dim, scaled(context.font, 0.92)));
        for (const Symptom& symptom : context.text.knowledge().symptoms) {
            if (symptom.covered == covered)
                rows->addWidget(makeChoice(context, actions, symptom));
        }
    }
}

QWidget* SymptomChooser::makeChoice(const GuideContext& context, GuideActions& actions,
                                    const Symptom& symptom)
{
    const QString id = QString::fromStdString(symptom.id);
    auto* button =
        new WrapButton(WrapButton::Look::Card, context.text.words().symptomTitle(symptom.id), context.theme);
    QFont face = context.font;
    face.setWeight(QFont::DemiBold);
    button->setFont(face);
    if (!symptom.covered)
        button->setTextColor(context.theme.dim);
    if (!symptom.words.empty())
        button->setNote(tr("“%1”").arg(context.text.words().fill(symptom.words)));
    button->setObjectName(QStringLiteral("symptom-") + id);
    QObject::connect(button, &WrapButton::clicked, &actions,
                     [&actions, id] { Q_EMIT actions.symptomChosen(id); });
    return button;
}

} // namespace whittle
