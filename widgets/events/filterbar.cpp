// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/events/filterbar.h"

#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QToolButton>

#include "widgets/events/flowlayout.h"

namespace whittle
{

FilterBar::FilterBar(QWidget* parent)
    : QWidget(parent)
    , m_search(new QLineEdit)
{
    auto* layout = new FlowLayout(this);
    layout->setContentsMargins(10, 7, 10, 7);
    layout->setSpacing(6);
    m_search->setObjectName(QStringLiteral("search"));
    m_search->setPlaceholderText(tr("Search  Ctrl+F"));
    m_search->setAccessibleName(tr("Search events by kind, device, address or field"));
    m_search->setToolTip(tr("Every word must occur in the kind, the device, an address or a field"));
    m_search->setClearButtonEnabled(true);
    m_search->setMinimumWidth(fontMetrics().averageCharWidth() * 19);
    m_search->installEventFilter(this);
    layout->addWidget(m_search);
    m_families[EventFamily::Dhcp] = makeChip(tr("DHCP"), QStringLiteral("chip-dhcp"), tr("DHCP messages"));
    m_families[EventFamily::Registration] =
        makeChip(tr("Registration"), QStringLiteral("chip-registration"), tr("SCCP and SIP messages"));
    m_families[EventFamily::Ntp] =
        makeChip(tr("NTP"), QStringLiteral("chip-ntp"), tr("NTP messages and states"));
    m_families[EventFamily::Tcp] =
        makeChip(tr("TCP"), QStringLiteral("chip-tcp"), tr("Connections opened, closed and reset"));
    m_families[EventFamily::Other] =
        makeChip(tr("Other"), QStringLiteral("chip-other"), tr("Alarms, ARP, TFTP, traces and the rest"));
    for (const auto& [family, chip] : m_families)
        layout->addWidget(chip);
    m_source = makeCombo(QStringLiteral("source"), tr("Source"));
    m_device = makeCombo(QStringLiteral("device"), tr("Device"));
    m_inView = makeChip(tr("Only in view"), QStringLiteral("in-view"), tr("Only what the timeline shows"));
    layout->addWidget(m_source);
    layout->addWidget(m_device);
    layout->addWidget(m_inView);
    setSources({});
    setDevices({});
    connect(m_search, &QLineEdit::textChanged, this, &FilterBar::changed);
}

QToolButton* FilterBar::makeChip(const QString& text, const QString& name, const QString& toolTip)
{
    auto* chip = new QToolButton;
    chip->setText(text);
    chip->setObjectName(name);
    chip->setToolTip(toolTip);
    chip->setAccessibleDescription(toolTip);
    chip->setCheckable(true);
    chip->setFocusPolicy(Qt::StrongFocus);
    connect(chip, &QToolButton::toggled, this, &FilterBar::changed);
    return chip;
}

QComboBox* FilterBar::makeCombo(const QString& name, const QString& accessibleName)
{
    auto* combo = new QComboBox;
    combo->setObjectName(name);
    combo->setAccessibleName(accessibleName);
    combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    combo->setMinimumContentsLength(9);
    connect(combo, &QComboBox::currentIndexChanged, this, &FilterBar::changed);
    return combo;
}

/// Keeps what was chosen, where it is still there.
void FilterBar::refill(QComboBox& combo, const QString& all,
                       const std::vector<std::pair<QString, QVariant>>& entries)
{
    const QSignalBlocker quiet(combo);
    const QVariant before = combo.currentData();
    combo.clear();
    combo.addItem(all);
    for (const auto& [text, value] : entries)
        combo.addItem(text, value);
    combo.setCurrentIndex(before.isValid() ? std::max(combo.findData(before), 0) : 0);
}

void FilterBar::setSources(const std::map<SourceId, QString>& names)
{
    std::vector<std::pair<QString, QVariant>> entries;
    for (const auto& [id, name] : names)
        entries.emplace_back(name, QVariant::fromValue<qlonglong>(raw(id)));
    refill(*m_source, tr("All sources"), entries);
}

void FilterBar::setDevices(const std::vector<std::string>& names)
{
    std::vector<std::pair<QString, QVariant>> entries;
    for (const std::string& name : names)
        entries.emplace_back(QString::fromStdString(name), QString::fromStdString(name));
    refill(*m_device, tr("All devices"), entries);
}

EventQuery FilterBar::query() const
{
    EventQuery query;
    query.text = m_search->text().toStdString();
    for (const auto& [family, chip] : m_families) {
        if (chip->isChecked())
            query.families.insert(family);
    }
    if (m_source->currentData().isValid())
        query.source = SourceId{m_source->currentData().toLongLong()};
    query.device = m_device->currentData().toString().toStdString();
    return query;
}

bool FilterBar::onlyInView() const
{
    return m_inView->isChecked();
}

void FilterBar::clear()
{
    {
        const QSignalBlocker quiet(this);
        m_search->clear();
        for (const auto& [family, chip] : m_families)
            chip->setChecked(false);
        m_source->setCurrentIndex(0);
        m_device->setCurrentIndex(0);
        m_inView->setChecked(false);
    }
    Q_EMIT changed();
}

void FilterBar::showOnly(SourceId source, const std::set<EventFamily>& families)
{
    {
        const QSignalBlocker quiet(this);
        clear();
        m_source->setCurrentIndex(
            std::max(0, m_source->findData(QVariant::fromValue<qlonglong>(raw(source)))));
        for (const auto& [family, chip] : m_families)
            chip->setChecked(families.contains(family));
    }
    Q_EMIT changed();
}

void FilterBar::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void FilterBar::setTheme(const Theme& theme)
{
    const QString style = QStringLiteral(
        "QLineEdit,QComboBox{background:%1;color:%2;border:1px solid %3;border-radius:5px;padding:3px 7px}"
        "QToolButton{background:transparent;color:%4;border:1px solid %3;border-radius:10px;padding:3px 9px}"
        "QToolButton:hover{border-color:%5}"
        "QToolButton:checked{background:%6;color:%5;border-color:%5;font-weight:600}"
        "QLineEdit:focus,QComboBox:focus,QToolButton:focus{border:1px solid %5}"
        "QComboBox "
        "QAbstractItemView{background:%7;color:%2;selection-background-color:%6;selection-color:%2}");
    setStyleSheet(style.arg(theme.background.name(), theme.text.name(), theme.line.name(), theme.dim.name(),
                            theme.accent.name(), theme.soft.name(), theme.panel.name()));
}

bool FilterBar::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter) {
            Q_EMIT leftDownwards();
            return true;
        }
        if (key == Qt::Key_Escape && !m_search->text().isEmpty()) {
            m_search->clear();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace whittle
