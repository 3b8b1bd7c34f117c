// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/guide/guidepanel.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QScrollBar>
#include <QShortcut>
#include <QVBoxLayout>

#include "widgets/guide/guidesections.h"
#include "widgets/guide/parts.h"
#include "widgets/guide/questioncard.h"
#include "widgets/guide/suspectboard.h"
#include "widgets/guide/wrapbutton.h"

namespace whittle
{

namespace
{
/// The second half of a double click, or a key held down, must not answer the question that comes next.
constexpr qint64 settleMs = 250;
} // namespace

struct GuidePanel::Impl {
    Impl(const Knowledge& knowledge, GuidePanel& owner);

    void connectActions();
    void connectKeys();
    void press(const QString& name);
    void answer(const QString& question, const QString& value);
    void toggle(const QString& key);

    void rebuild();
    QWidget* makeContent();
    void addHeader(QVBoxLayout& column);
    void addVerdict(QHBoxLayout& line);
    void addQuestion(QVBoxLayout& column);
    QString shownId() const;
    void restoreFocus(const QString& name);
    void showCard();

    GuidePanel& panel;
    GuideText text;
    GuideContext context;
    GuideActions actions;
    QScrollArea* scroll;
    QElapsedTimer sinceAnswer;
    bool choosing = false; ///< the user wants another symptom
};

GuidePanel::Impl::Impl(const Knowledge& knowledge, GuidePanel& owner)
    : panel(owner)
    , text(knowledge)
    , context{.text = text,
              .analysis = nullptr,
              .theme = Theme::light(),
              .times = TimeText(),
              .font = owner.font()}
    , scroll(new QScrollArea(&owner))
{
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* layout = new QVBoxLayout(&owner);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);
    owner.setFocusProxy(scroll);
    owner.setAccessibleName(GuidePanel::tr("Guide"));
    connectActions();
    connectKeys();
}

void GuidePanel::Impl::connectActions()
{
    QObject::connect(&actions, &GuideActions::answered, &panel,
                     [this](const QString& q, const QString& v) { answer(q, v); });
    QObject::connect(&actions, &GuideActions::takenBack, &panel, &GuidePanel::takenBack);
    QObject::connect(&actions, &GuideActions::eventSelected, &panel, &GuidePanel::eventSelected);
    QObject::connect(&actions, &GuideActions::toggled, &panel, [this](const QString& key) { toggle(key); });
    QObject::connect(&actions, &GuideActions::typed, &panel,
                     [this](const QString& typed) { context.typed = typed; });
    QObject::connect(&actions, &GuideActions::questionPicked, &panel, [this](const QString& question) {
        context.picked = question.toStdString();
        context.open.erase(QStringLiteral("others"));
        context.typed.clear();
        rebuild();
        restoreFocus(QStringLiteral("answer-yes"));
        showCard();
    });
    QObject::connect(&actions, &GuideActions::symptomChosen, &panel, [this](const QString& symptom) {
        choosing = false;
        context.picked.clear();
        Q_EMIT panel.symptomChosen(symptom);
        rebuild();
    });
}

void GuidePanel::Impl::connectKeys()
{
    const auto bind = [this](Qt::Key key, const QString& name) {
        auto* shortcut = new QShortcut(QKeySequence(key), &panel);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        shortcut->setAutoRepeat(false);
        QObject::connect(shortcut, &QShortcut::activated, &panel, [this, name] { press(name); });
    };
    bind(Qt::Key_1, QStringLiteral("answer-yes"));
    bind(Qt::Key_2, QStringLiteral("answer-no"));
    bind(Qt::Key_N, QStringLiteral("answer-unknown"));
    bind(Qt::Key_Backspace, QStringLiteral("back"));
}

/// Only what can be seen can be pressed.
void GuidePanel::Impl::press(const QString& name)
{
    if (auto* button = scroll->widget() ? scroll->widget()->findChild<QAbstractButton*>(name) : nullptr)
        button->click();
}

void GuidePanel::Impl::answer(const QString& question, const QString& value)
{
    if (sinceAnswer.isValid() && sinceAnswer.elapsed() < settleMs)
        return;
    sinceAnswer.start();
    context.picked.clear();
    context.typed.clear();
    Q_EMIT panel.answered(question, value);
}

void GuidePanel::Impl::toggle(const QString& key)
{
    if (key == QLatin1String("symptom"))
        choosing = !choosing;
    else if (!context.open.erase(key))
        context.open.insert(key);
    rebuild();
}

QString GuidePanel::Impl::shownId() const
{
    const NextQuestion* next = context.analysis ? shownQuestion(context) : nullptr;
    return next ? QString::fromStdString(next->question) : QString();
}

/// Builds the column anew and leaves the user where he was: same scroll position, focus on what has the same
/// name.
void GuidePanel::Impl::rebuild()
{
    QWidget* focus = QApplication::focusWidget();
    const bool hadFocus = focus && panel.isAncestorOf(focus);
    const QString focusName = hadFocus ? focus->objectName() : QString();
    const bool isEmpty = !context.analysis || context.analysis->sources.empty();
    const int position = isEmpty ? 0 : scroll->verticalScrollBar()->value(); // another case begins at the top
    panel.setUpdatesEnabled(false);
    QPalette palette = context.theme.palette();
    palette.setColor(QPalette::Window, context.theme.panel);
    panel.setPalette(palette);
    panel.setAutoFillBackground(true);
    scroll->verticalScrollBar()->setStyleSheet(scrollBarStyle(context.theme));
    replaceContent(*scroll, makeContent());
    scroll->verticalScrollBar()->setValue(position);
    panel.setUpdatesEnabled(true);
    if (hadFocus)
        restoreFocus(focusName);
}

void GuidePanel::Impl::restoreFocus(const QString& name)
{
    QWidget* target = name.isEmpty() ? nullptr : scroll->widget()->findChild<QWidget*>(name);
    if (target && target->focusPolicy() != Qt::NoFocus) {
        target->setFocus();
        scroll->ensureWidgetVisible(target, 0, 8);
    } else {
        scroll->setFocus();
    }
}

/// From its first word on: what is answered must have been read.
void GuidePanel::Impl::showCard()
{
    if (const auto* card = scroll->widget()->findChild<QWidget*>(QStringLiteral("card")))
        scroll->verticalScrollBar()->setValue(card->mapTo(scroll->widget(), QPoint()).y());
}

QWidget* GuidePanel::Impl::makeContent()
{
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(17, 13, 17, 17);
    column->setSpacing(14);
    if (!context.analysis) {
        column->addWidget(makeLabel(GuidePanel::tr("No case is open."), context.theme.dim, context.font));
    } else if (context.analysis->symptom.empty() || choosing) {
        column->addWidget(new SymptomChooser(context, actions));
    } else if (context.analysis->diagnosis.suspects.empty()) {
        addHeader(*column);
        column->addWidget(makeLabel(
            GuidePanel::tr(
                "This symptom is known by name only: there is no table of causes for it yet, so "
                "nothing can be narrowed down. The findings and the timeline are there all the same."),
            context.theme.dim, context.font));
    } else {
        addHeader(*column);
        column->addWidget(new SuspectBoard(context, actions));
        addQuestion(*column);
        column->addWidget(new GuideSections(context, actions));
    }
    column->addStretch(1);
    return content;
}

void GuidePanel::Impl::addHeader(QVBoxLayout& column)
{
    auto* head = new QVBoxLayout;
    head->setSpacing(0);
    auto* line = new QHBoxLayout;
    line->setSpacing(8);
    auto* title = new WrapButton(WrapButton::Look::Plain,
                                 text.words().symptomTitle(context.analysis->symptom), context.theme);
    title->setFont(scaled(context.font, 1.12, QFont::DemiBold));
    title->setObjectName(QStringLiteral("symptom"));
    title->setToolTip(context.analysis->symptomChosen
                          ? GuidePanel::tr("Choose another symptom")
                          : GuidePanel::tr("This is what the evidence shows. Choose another symptom"));
    QObject::connect(title, &WrapButton::clicked, &actions, [this] { toggle(QStringLiteral("symptom")); });
    line->addWidget(title, 1);
    addVerdict(*line);
    head->addLayout(line);
    column.addLayout(head);
}

void GuidePanel::Impl::addVerdict(QHBoxLayout& line)
{
    const Verdict verdict = context.analysis->diagnosis.verdict;
    const auto color = [&] {
        switch (verdict) {
        case Verdict::Confirmed:
            return context.theme.ok;
        case Verdict::Likely:
            return context.theme.accent;
        case Verdict::Undetermined:
            return context.theme.warn;
        case Verdict::Healthy:
            return context.theme.ok;
        }
        return context.theme.text;
    };
    QLabel* label = makeLabel(text.verdict(verdict), color(), scaled(context.font, 0.95));
    label->setObjectName(QStringLiteral("verdict"));
    label->setWordWrap(false);
    label->setContentsMargins(0, 4, 0, 0);
    const QString firmness = text.words().firmness(context.analysis->diagnosis);
    label->setToolTip(firmness.isEmpty() ? text.verdictMeaning(verdict)
                                         : text.verdictMeaning(verdict) + u'\n' + firmness);
    label->setAccessibleName(GuidePanel::tr("Verdict: %1").arg(text.verdict(verdict)));
    line.addWidget(label, 0, Qt::AlignTop);
}

void GuidePanel::Impl::addQuestion(QVBoxLayout& column)
{
    if (const NextQuestion* next = shownQuestion(context)) {
        column.addWidget(new QuestionCard(context, actions, *next));
        return;
    }
    QLabel* label = makeLabel(text.nothingLeft(*context.analysis), context.theme.dim, context.font);
    label->setObjectName(QStringLiteral("nothing-left"));
    column.addWidget(label);
}

GuidePanel::GuidePanel(const Knowledge& knowledge, QWidget* parent)
    : QWidget(parent)
    , m_impl(std::make_unique<Impl>(knowledge, *this))
{
    m_impl->rebuild();
}

GuidePanel::~GuidePanel() = default;

void GuidePanel::setAnalysis(AnalysisPtr analysis)
{
    const QString before = m_impl->shownId();
    m_impl->context.analysis = std::move(analysis);
    if (m_impl->shownId() != before)
        m_impl->context.typed.clear();
    m_impl->rebuild();
}

void GuidePanel::setTheme(const Theme& theme)
{
    m_impl->context.theme = theme;
    m_impl->rebuild();
}

void GuidePanel::setTimes(const TimeText& times)
{
    m_impl->context.times = times;
    m_impl->rebuild();
}

} // namespace whittle
