// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/findings/findingspanel.h"

#include <algorithm>
#include <set>

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QMenu>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include "widgets/findings/findingrow.h"
#include "widgets/guide/parts.h"
#include "widgets/guide/wrapbutton.h"

namespace whittle
{

struct FindingsPanel::Impl {
    Impl(const Knowledge& knowledge, FindingsPanel& owner);

    void rebuild();
    QWidget* makeContent();
    void addFindings(QVBoxLayout& column);
    void addCleared(QVBoxLayout& column);
    void addNotObservable(QVBoxLayout& column);
    FindingRow* addRow(QVBoxLayout& column, FindingRow* row, const QString& name);
    void toggle(const QString& name);
    void move(int step);
    void focusAt(std::ptrdiff_t index);
    std::vector<QWidget*> stops() const;
    FindingRow* focusedRow() const;

    FindingsPanel& panel;
    FindingsText text;
    FindingsContext context;
    QScrollArea* scroll;
    std::set<QString> open;
};

FindingsPanel::Impl::Impl(const Knowledge& knowledge, FindingsPanel& owner)
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
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->installEventFilter(&owner);
    auto* layout = new QVBoxLayout(&owner);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);
    owner.setFocusPolicy(Qt::StrongFocus);
    owner.setAccessibleName(FindingsPanel::tr("Findings"));
}

void FindingsPanel::Impl::rebuild()
{
    QWidget* focus = QApplication::focusWidget();
    const bool hadFocus = focus && panel.isAncestorOf(focus);
    const FindingRow* row = focusedRow();
    const QString name = row ? row->objectName() : QString();
    const int position = scroll->verticalScrollBar()->value();
    panel.setUpdatesEnabled(false);
    QPalette palette = context.theme.palette();
    palette.setColor(QPalette::Window, context.theme.panel);
    panel.setPalette(palette);
    panel.setAutoFillBackground(true);
    scroll->verticalScrollBar()->setStyleSheet(scrollBarStyle(context.theme));
    replaceContent(*scroll, makeContent());
    scroll->verticalScrollBar()->setValue(position);
    panel.setUpdatesEnabled(true);
    if (!hadFocus)
        return;
    auto* same = name.isEmpty() ? nullptr : scroll->widget()->findChild<FindingRow*>(name);
    (same ? static_cast<QWidget*>(same) : &panel)->setFocus();
}

QWidget* FindingsPanel::Impl::makeContent()
{
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 8, 0, 8);
    column->setSpacing(3);
    if (context.analysis) {
        addFindings(*column);
        addCleared(*column);
        addNotObservable(*column);
    } else {
        QLabel* label = makeLabel(FindingsPanel::tr("No case is open."), context.theme.dim, context.font);
        label->setContentsMargins(16, 4, 16, 4);
        column->addWidget(label);
    }
    column->addStretch(1);
    return content;
}

FindingRow* FindingsPanel::Impl::addRow(QVBoxLayout& column, FindingRow* row, const QString& name)
{
    row->setObjectName(name);
    QObject::connect(row, &FindingRow::toggled, &panel, [this, name] { toggle(name); });
    QObject::connect(row, &FindingRow::eventSelected, &panel, &FindingsPanel::eventSelected);
    QObject::connect(row, &FindingRow::deviceChosen, &panel, &FindingsPanel::deviceChosen);
    column.addWidget(row);
    return row;
}

void FindingsPanel::Impl::addFindings(QVBoxLayout& column)
{
    const Analysis& analysis = *context.analysis;
    if (analysis.findings.empty()) {
        QLabel* label = makeLabel(text.emptyText(analysis), context.theme.dim, context.font);
        label->setObjectName(QStringLiteral("empty"));
        label->setContentsMargins(16, 4, 16, 8);
        column.addWidget(label);
    }
    int number = 0;
    for (const Finding& finding : analysis.findings) {
        // The same check may find several things; its number among them keeps a row what it is over a new
        // analysis.
        const QString name =
            QStringLiteral("finding:%1:%2").arg(QString::fromStdString(finding.check)).arg(number++);
        auto* row = new FindingRow(context, SeverityMark::ofFinding(finding.severity),
                                   text.words().findingTitle(finding), text.extent(finding), true);
        row->addFinding(finding, open.contains(name));
        addRow(column, row, name);
    }
}

void FindingsPanel::Impl::addCleared(QVBoxLayout& column)
{
    int number = 0;
    for (const ClearedRow& cleared : text.cleared(*context.analysis)) {
        auto* row = new FindingRow(context, SeverityMark::Kind::Cleared, cleared.text, cleared.clears, false);
        addRow(column, row, QStringLiteral("cleared:%1").arg(number++));
    }
}

void FindingsPanel::Impl::addNotObservable(QVBoxLayout& column)
{
    const std::vector<QString> questions = text.notObservable(*context.analysis);
    if (questions.empty())
        return;
    const QString name = QStringLiteral("not-observable");
    const QString title = questions.size() == 1
        ? FindingsPanel::tr("1 check could not be answered from this evidence")
        : FindingsPanel::tr("%1 checks could not be answered from this evidence").arg(questions.size());
    auto* row =
        new FindingRow(context, SeverityMark::Kind::Unknown, title,
                       open.contains(name) ? QString() : FindingsPanel::tr("Enter shows them"), false);
    QStringList all;
    for (const QString& question : questions)
        all << question;
    row->setPlainText(title + QStringLiteral("\n  ") + all.join(QStringLiteral("\n  ")));
    if (open.contains(name))
        row->addText(all.join(QLatin1Char('\n')));
    addRow(column, row, name);
}

void FindingsPanel::Impl::toggle(const QString& name)
{
    if (!open.erase(name))
        open.insert(name);
    rebuild();
}

/// What the arrows walk through: rows and lines, from the top.
std::vector<QWidget*> FindingsPanel::Impl::stops() const
{
    std::vector<QWidget*> found;
    if (!scroll->widget())
        return found;
    for (QWidget* each : scroll->widget()->findChildren<QWidget*>()) {
        if (each->focusPolicy() == Qt::StrongFocus)
            found.push_back(each);
    }
    const auto top = [](const QWidget* widget) { return widget->mapTo(widget->window(), QPoint()).y(); };
    std::ranges::stable_sort(found, {}, top);
    return found;
}

void FindingsPanel::Impl::move(int step)
{
    const std::vector<QWidget*> all = stops();
    const auto at = std::ranges::find(all, QApplication::focusWidget());
    focusAt(at == all.end() ? 0 : at - all.begin() + step);
}

void FindingsPanel::Impl::focusAt(std::ptrdiff_t index)
{
    const std::vector<QWidget*> all = stops();
    if (all.empty())
        return;
    QWidget* target =
        all[static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(index, 0, std::ssize(all) - 1))];
    target->setFocus(Qt::OtherFocusReason);
    scroll->ensureWidgetVisible(target, 0, 4);
}

FindingRow* FindingsPanel::Impl::focusedRow() const
{
    for (QWidget* each = QApplication::focusWidget(); each && each != &panel; each = each->parentWidget()) {
        if (auto* row = qobject_cast<FindingRow*>(each); row && panel.isAncestorOf(row))
            return row;
    }
    return nullptr;
}

FindingsPanel::FindingsPanel(const Knowledge& knowledge, QWidget* parent)
    : QWidget(parent)
    , m_impl(std::make_unique<Impl>(knowledge, *this))
{
    m_impl->rebuild();
}

FindingsPanel::~FindingsPanel() = default;

void FindingsPanel::setAnalysis(AnalysisPtr analysis)
{
    m_impl->context.analysis = std::move(analysis);
    m_impl->rebuild();
}

void FindingsPanel::setTheme(const Theme& theme)
{
    m_impl->context.theme = theme;
    m_impl->rebuild();
}

void FindingsPanel::setTimes(const TimeText& times)
{
    m_impl->context.times = times;
    m_impl->rebuild();
}

int FindingsPanel::count() const
{
    return m_impl->context.analysis ? static_cast<int>(m_impl->context.analysis->findings.size()) : 0;
}

QString FindingsPanel::selectedText() const
{
    const FindingRow* row = m_impl->focusedRow();
    return row ? row->plainText() : QString();
}

QString FindingsPanel::allText() const
{
    QStringList rows;
    for (const QWidget* each : m_impl->stops()) {
        if (const auto* row = qobject_cast<const FindingRow*>(each))
            rows << row->plainText();
    }
    return rows.join(QStringLiteral("\n\n"));
}

void FindingsPanel::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy)) {
        const QString selected = selectedText();
        QGuiApplication::clipboard()->setText(selected.isEmpty() ? allText() : selected);
        return;
    }
    switch (event->key()) {
    case Qt::Key_Down:
        m_impl->move(1);
        return;
    case Qt::Key_Up:
        m_impl->move(-1);
        return;
    case Qt::Key_Home:
        m_impl->focusAt(0);
        return;
    case Qt::Key_End:
        m_impl->focusAt(std::ssize(m_impl->stops()) - 1);
        return;
    }
    QWidget::keyPressEvent(event);
}

/// Keys that a row leaves alone come here before the scroll area takes them for itself.
bool FindingsPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_impl->scroll && event->type() == QEvent::KeyPress) {
        event->accept();
        keyPressEvent(static_cast<QKeyEvent*>(event));
        return event->isAccepted();
    }
    return QWidget::eventFilter(watched, event);
}

void FindingsPanel::contextMenuEvent(QContextMenuEvent* event)
{
    QMenu menu(this);
    const QString selected = selectedText();
    QAction* one = menu.addAction(tr("Copy this finding"));
    one->setEnabled(!selected.isEmpty());
    QAction* all = menu.addAction(tr("Copy all"));
    const QAction* chosen = menu.exec(event->globalPos());
    if (chosen == one)
        QGuiApplication::clipboard()->setText(selected);
    else if (chosen == all)
        QGuiApplication::clipboard()->setText(allText());
}

} // namespace whittle
