// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/settingswindow.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace whittle
{

namespace
{

constexpr double mebibyte = 1024.0 * 1024;
constexpr double gibibyte = 1024 * mebibyte;

template <typename Box>
Box* box(const QString& name, const QString& suffix, const QString& help, double least, double most)
{
    auto* made = new Box;
    made->setSuffix(suffix);
    made->setGroupSeparatorShown(true);
    made->setRange(static_cast<decltype(made->minimum())>(least),
                   static_cast<decltype(made->maximum())>(most));
    made->setAccessibleName(name);
    made->setAccessibleDescription(help);
    made->setToolTip(help);
    return made;
}

template <typename Number>
int shown(Number value)
{
    return static_cast<int>(std::min<std::uint64_t>(value, std::numeric_limits<int>::max()));
}

std::uint64_t bytesOf(const QDoubleSpinBox& box, double unit)
{
    return static_cast<std::uint64_t>(std::llround(box.value() * unit));
}

} // namespace

SettingsWindow::SettingsWindow(ThemeChoice theme, const BundleLimits& limits, QWidget* parent)
    : QDialog(parent)
    , m_theme(new QComboBox)
{
    setWindowTitle(tr("Settings"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto* form = new QFormLayout;
    form->setHorizontalSpacing(18);
    form->setVerticalSpacing(10);
    addAppearance(*form, theme);
    addLimits(*form);
    showLimits(limits);
    auto* defaults = new QPushButton(tr("Restore defaults"));
    auto* cancel = new QPushButton(tr("Cancel"));
    auto* save = new QPushButton(tr("Save"));
    save->setDefault(true);
    save->setProperty("primary", true);
    connect(defaults, &QPushButton::clicked, this, &SettingsWindow::restoreDefaults);
    connect(cancel, &QPushButton::clicked, this, &QDialog::close);
    connect(save, &QPushButton::clicked, this, &SettingsWindow::save);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(defaults);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(save);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 22, 24, 18);
    column->setSpacing(18);
    column->addLayout(form);
    column->addLayout(buttons);
}

void SettingsWindow::addAppearance(QFormLayout& form, ThemeChoice theme)
{
    m_theme->addItem(tr("As the system"), toText(ThemeChoice::System));
    m_theme->addItem(tr("Light"), toText(ThemeChoice::Light));
    m_theme->addItem(tr("Dark"), toText(ThemeChoice::Dark));
    m_theme->setCurrentIndex(m_theme->findData(toText(theme)));
    m_theme->setAccessibleName(tr("Theme"));
    form.addRow(tr("&Theme"), m_theme);
}

void SettingsWindow::addLimits(QFormLayout& form)
{
    auto* heading = new QLabel(tr("What one file may unpack to"));
    heading->setProperty("role", QStringLiteral("heading"));
    heading->setContentsMargins(0, 10, 0, 0);
    form.addRow(heading);
    auto* words =
        new QLabel(tr("A file beyond these limits is refused, so that no archive made to do harm fills "
                      "the computer. They apply to what is added from now on."));
    words->setProperty("role", QStringLiteral("dim"));
    words->setWordWrap(true);
    words->setMinimumWidth(460);
    form.addRow(words);
    const BundleLimits usual;
    constexpr double most = std::numeric_limits<int>::max();
    m_members = box<QSpinBox>(tr("Files in an archive"), {},
                              tr("1 or more; usually %L1. Archives in the archive are counted too.")
                                  .arg(static_cast<qulonglong>(usual.members)),
                              1, most);
    m_depth = box<QSpinBox>(tr("Archives within each other"), {},
                            tr("1 to 64; usually %1. A file named x.tar.gz is two.").arg(usual.depth), 1, 64);
    m_ratio = box<QSpinBox>(tr("Compression"), tr(" : 1", "unpacked size : packed size"),
                            tr("1 or more; usually %L1. Traces shrink to a fiftieth at most.")
                                .arg(static_cast<qulonglong>(usual.ratio)),
                            1, most);
    m_free = box<QDoubleSpinBox>(tr("Unpacked whatever the compression"), tr(" MiB"),
                                 tr("Of each file; usually %L1 MiB.").arg(usual.freeBytes / mebibyte), 0.01,
                                 1024 * 1024);
    m_total = box<QDoubleSpinBox>(
        tr("Total unpacked size"), tr(" GiB"),
        tr("Of one file with all that is in it; usually %L1 GiB.").arg(usual.totalBytes / gibibyte), 0.01,
        1024 * 1024);
    m_memory = box<QDoubleSpinBox>(tr("Memory to unpack it"), tr(" MiB"),
                                   tr("What a compression may ask for (dictionary, window); usually %L1 MiB.")
                                       .arg(usual.memory / mebibyte),
                                   1, 1024 * 1024);
    form.addRow(tr("&Files in an archive"), m_members);
    form.addRow(tr("&Archives within each other"), m_depth);
    form.addRow(tr("&Compression"), m_ratio);
    form.addRow(tr("&Unpacked whatever the compression"), m_free);
    form.addRow(tr("T&otal unpacked size"), m_total);
    form.addRow(tr("&Memory to unpack it"), m_memory);
}

void SettingsWindow::showLimits(const BundleLimits& limits)
{
    m_members->setValue(shown(limits.members));
    m_depth->setValue(shown(limits.depth));
    m_ratio->setValue(shown(limits.ratio));
    m_total->setValue(static_cast<double>(limits.totalBytes) / gibibyte);
    m_free->setValue(static_cast<double>(limits.freeBytes) / mebibyte);
    m_memory->setValue(static_cast<double>(limits.memory) / mebibyte);
    m_given = limits;
    m_shown = entered();
}

void SettingsWindow::restoreDefaults()
{
    m_theme->setCurrentIndex(m_theme->findData(toText(ThemeChoice::System)));
    showLimits({});
}

BundleLimits SettingsWindow::entered() const
{
    BundleLimits fields;
    fields.members = static_cast<std::uint64_t>(m_members->value());
    fields.depth = static_cast<unsigned>(m_depth->value());
    fields.ratio = static_cast<std::uint64_t>(m_ratio->value());
    fields.totalBytes = bytesOf(*m_total, gibibyte);
    fields.freeBytes = bytesOf(*m_free, mebibyte);
    fields.memory = bytesOf(*m_memory, mebibyte);
    return fields;
}

BundleLimits SettingsWindow::chosen() const
{
    const BundleLimits fields = entered();
    BundleLimits limits = m_given;
    const auto take = [&](auto BundleLimits::*limit) {
        if (fields.*limit != m_shown.*limit)
            limits.*limit = fields.*limit;
    };
    take(&BundleLimits::members);
    take(&BundleLimits::depth);
    take(&BundleLimits::ratio);
    take(&BundleLimits::totalBytes);
    take(&BundleLimits::freeBytes);
    take(&BundleLimits::memory);
    return limits;
}

void SettingsWindow::save()
{
    Q_EMIT themeChosen(themeChoice(m_theme->currentData().toString()));
    Q_EMIT limitsChosen(chosen());
    close();
}

} // namespace whittle
