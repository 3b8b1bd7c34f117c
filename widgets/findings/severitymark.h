// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "widgets/figures/theme.h"

namespace whittle
{

/// How bad a row is, as a shape and a colour: a red circle, an amber triangle, a blue diamond, a green
/// square, a grey ring.
class SeverityMark : public QWidget
{
    Q_OBJECT

public:
    enum class Kind { Error, Warning, Info, Cleared, Unknown };

    SeverityMark(Kind kind, const Theme& theme, QWidget* parent = nullptr);

    static Kind ofFinding(const std::string& severity);
    static QString name(Kind kind);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QColor color() const;

    Kind m_kind;
    Theme m_theme;
};

} // namespace whittle
