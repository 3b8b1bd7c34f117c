// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include "models/evidence/unpackmeter.h"
#include "widgets/shell/appearance.h"

class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QSpinBox;

namespace whittle
{

/// What can be set: the theme, and how much one file may unpack to. Not modal; nothing is changed before
/// "Save". A limit that was not touched is given back as it was, also one that the fields cannot show
/// exactly.
class SettingsWindow : public QDialog
{
    Q_OBJECT

public:
    SettingsWindow(ThemeChoice theme, const BundleLimits& limits, QWidget* parent = nullptr);

Q_SIGNALS:
    void themeChosen(whittle::ThemeChoice theme);
    void limitsChosen(const whittle::BundleLimits& limits);

private:
    void addAppearance(QFormLayout& form, ThemeChoice theme);
    void addLimits(QFormLayout& form);
    void showLimits(const BundleLimits& limits);
    void restoreDefaults();
    BundleLimits entered() const;
    BundleLimits chosen() const;
    void save();

    BundleLimits m_given;
    BundleLimits m_shown; ///< what the fields make of those
    QComboBox* m_theme;
    QSpinBox* m_members;
    QSpinBox* m_depth;
    QSpinBox* m_ratio;
    QDoubleSpinBox* m_total; ///< GiB
    QDoubleSpinBox* m_free; ///< MiB
    QDoubleSpinBox* m_memory; ///< MiB
};

} // namespace whittle
