// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/guide/questioncard.h"

#include <algorithm>

#include <QDoubleValidator>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "widgets/guide/parts.h"
#include "widgets/guide/wrapbutton.h"

namespace whittle
{

namespace
{

/// A plain decimal as the interfaces want it, whatever the comma looks like where the user sits; empty when
/// it is no number.
QString plainDecimal(const Question& question, QString text)
{
    text =
        text.trimmed().replace(QLatin1Char(','), QLatin1Char('.')).replace(QChar(0x2212), QLatin1Char('-'));
    return isAnswer(question, text.toStdString()) && text != QLatin1String("unknown") ? text : QString();
}

} // namespace

const NextQuestion* shownQuestion(const GuideContext& context)
{
    const std::vector<NextQuestion>& next = context.analysis->diagnosis.next;
    if (next.empty())
        return nullptr;
    const auto picked = std::ranges::find(next, context.picked, &NextQuestion::question);
    return picked == next.end() ? &next.front() : &*picked;
}

QuestionCard::QuestionCard(const GuideContext& context, GuideActions& actions, const NextQuestion& next)
    : m_context(context)
    , m_actions(actions)
    , m_next(next)
    , m_question(context.text.knowledge().question(next.question))
{
    const Theme& theme = context.theme;
    setObjectName(QStringLiteral("card"));
    setStyleSheet(QStringLiteral("#card{background:%1;border:1px solid %2;border-radius:9px}")
                      .arg(theme.soft.name(), theme.accent.name()));
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(13, 12, 13, 11);
    rows->setSpacing(8);

    QLabel* head = makeLabel(tr("Next question · %1").arg(context.text.minutes(next.minutes)).toUpper(),
                             theme.accent, scaled(context.font, 0.78));
    rows->addWidget(head);
    const QString text = context.text.words().questionText(next.question);
    setAccessibleName(tr("Next question: %1").arg(text));
    QLabel* title = makeLabel(text, theme.text, scaled(context.font, 1.25, QFont::DemiBold));
    title->setObjectName(QStringLiteral("question"));
    rows->addWidget(title);
    if (m_question && !m_question->why.empty())
        rows->addWidget(
            makeLabel(context.text.words().fill(m_question->why), theme.dim, scaled(context.font, 0.92)));
    addAnswers(*rows);
    if (m_question && !m_question->how.empty())
        addInstruction(*rows);
    addFooter(*rows);
    if (context.isOpen(QStringLiteral("why")))
        addWhy(*rows);
}

void QuestionCard::addAnswers(QVBoxLayout& rows)
{
    const Diagnosis& diagnosis = boardOf(m_context.analysis->diagnosis, m_next);
    if (m_question && m_question->type == AnswerType::Number) {
        addNumber(rows);
    } else {
        addAnswer(rows, tr("Yes"), QStringLiteral("1"), QStringLiteral("yes"),
                  m_context.text.consequence(diagnosis, m_next, "yes"));
        addAnswer(rows, tr("No"), QStringLiteral("2"), QStringLiteral("no"),
                  m_context.text.consequence(diagnosis, m_next, "no"));
    }
    addAnswer(rows, tr("I don’t know"), QStringLiteral("N"), QStringLiteral("unknown"),
              tr("changes nothing, we go on"));
}

void QuestionCard::addAnswer(QVBoxLayout& rows, const QString& text, const QString& key, const QString& value,
                             const QString& note)
{
    auto* button = new WrapButton(WrapButton::Look::Card, text, m_context.theme);
    QFont face = m_context.font;
    face.setWeight(QFont::DemiBold);
    button->setFont(face);
    button->setNote(note);
    button->setKeyHint(key);
    button->setObjectName(QStringLiteral("answer-") + value);
    const QString question = QString::fromStdString(m_next.question);
    connect(button, &WrapButton::clicked, this,
            [this, question, value] { Q_EMIT m_actions.answered(question, value); });
    rows.addWidget(button);
}

void QuestionCard::addNumber(QVBoxLayout& rows)
{
    const Theme& theme = m_context.theme;
    const QString unit = m_context.text.unit(m_next.question);
    auto* line = new QHBoxLayout;
    line->setSpacing(8);
    auto* edit = new QLineEdit(m_context.typed);
    edit->setObjectName(QStringLiteral("number"));
    edit->setPlaceholderText(tr("a number"));
    edit->setAccessibleName(unit.isEmpty() ? tr("Your answer, a number") : tr("Your answer in %1").arg(unit));
    auto* validator = new QDoubleValidator(-1e9, 1e9, 6, edit);
    validator->setNotation(QDoubleValidator::StandardNotation);
    edit->setValidator(validator);
    edit->setFont(m_context.font);
    edit->setStyleSheet(
        QStringLiteral(
            "QLineEdit{background:%1;color:%2;border:1px solid %3;border-radius:6px;padding:5px 8px}"
            "QLineEdit:focus{border:1px solid %4}")
            .arg(theme.panel.name(), theme.text.name(), theme.line.name(), theme.accent.name()));
    line->addWidget(edit, 1);
    if (!unit.isEmpty()) {
        QLabel* label = makeLabel(unit, theme.dim, m_context.font);
        label->setWordWrap(false);
        line->addWidget(label);
    }
    auto* send = new QPushButton(tr("Answer"));
    send->setObjectName(QStringLiteral("send"));
    send->setFont(m_context.font);
    send->setEnabled(!plainDecimal(*m_question, edit->text()).isEmpty());
    send->setStyleSheet(
        QStringLiteral(
            "QPushButton{background:%1;color:%2;border:1px solid %1;border-radius:6px;padding:5px 12px}"
            "QPushButton:disabled{background:%3;color:%4;border-color:%3}QPushButton:focus{border:2px solid "
            "%5}")
            .arg(theme.accent.name(), theme.onAccent.name(), theme.grid.name(), theme.dim.name(),
                 theme.text.name()));
    line->addWidget(send);
    rows.addLayout(line);
    connect(edit, &QLineEdit::textChanged, send, [this, send](const QString& text) {
        send->setEnabled(!plainDecimal(*m_question, text).isEmpty());
    });
    connect(edit, &QLineEdit::textEdited, &m_actions, &GuideActions::typed);
    connect(edit, &QLineEdit::returnPressed, this, [this, edit] { sendNumber(*edit); });
    connect(send, &QPushButton::clicked, this, [this, edit] { sendNumber(*edit); });
}

void QuestionCard::sendNumber(const QLineEdit& edit)
{
    if (const QString number = plainDecimal(*m_question, edit.text()); !number.isEmpty())
        Q_EMIT m_actions.answered(QString::fromStdString(m_next.question), number);
}

/// Below the answers: who knows already need not read past it.
void QuestionCard::addInstruction(QVBoxLayout& rows)
{
    const Theme& theme = m_context.theme;
    rows.addWidget(
        makeLabel(tr("How to find out"), theme.text, scaled(m_context.font, smallText, QFont::DemiBold)));
    auto* how = new Instruction(m_context.text.words().instruction(m_question->how), theme, m_context.font);
    how->setObjectName(QStringLiteral("how"));
    rows.addWidget(how);
}

void QuestionCard::addFooter(QVBoxLayout& rows)
{
    const QFont small = scaled(m_context.font, smallText);
    auto* line = new QHBoxLayout;
    auto* why = new WrapButton(WrapButton::Look::Link, tr("Why this question?"), m_context.theme);
    why->setObjectName(QStringLiteral("why"));
    why->setFont(small);
    connect(why, &WrapButton::clicked, this, [this] { Q_EMIT m_actions.toggled(QStringLiteral("why")); });
    line->addWidget(why);
    line->addStretch(1);
    if (!m_context.analysis->answers.empty()) {
        auto* back =
            new WrapButton(WrapButton::Look::Link, tr("Take the last answer back ⌫"), m_context.theme);
        back->setObjectName(QStringLiteral("back"));
        back->setFont(small);
        const QString last = QString::fromStdString(m_context.analysis->answers.back().question);
        back->setToolTip(m_context.text.words().questionText(last.toStdString()));
        connect(back, &WrapButton::clicked, this, [this, last] { Q_EMIT m_actions.takenBack(last); });
        line->addWidget(back);
    }
    rows.addLayout(line);
}

QString QuestionCard::expectedGain() const
{
    const std::size_t open = m_context.analysis->diagnosis.next.size();
    const QString gain = QLocale().toString(m_next.gainBits, 'f', 2);
    if (&m_next == &m_context.analysis->diagnosis.next.front() && open > 1)
        return tr("Of %1 open questions it narrows most for the minutes it costs: %2 bit expected.")
            .arg(open)
            .arg(gain);
    return tr("Its answer is expected to narrow by %1 bit.").arg(gain);
}

void QuestionCard::addWhy(QVBoxLayout& rows)
{
    const QFont small = scaled(m_context.font, smallText);
    QLabel* gain = makeLabel(expectedGain(), m_context.theme.text, small);
    gain->setObjectName(QStringLiteral("gain"));
    rows.addWidget(gain);
    if (!m_question)
        return;
    const Diagnosis& diagnosis = boardOf(m_context.analysis->diagnosis, m_next);
    for (const QString& line : m_context.text.expectations(diagnosis, *m_question))
        rows.addWidget(makeLabel(line, m_context.theme.dim, small));
    if (m_question->trust < 0.9)
        rows.addWidget(makeLabel(tr("People often err here, so an answer counts for less than usual."),
                                 m_context.theme.dim, small));
}

} // namespace whittle
