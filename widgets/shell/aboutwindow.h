// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace whittle
{

/// Version, what it stands on and under which licences; its text can be copied into a report. Not modal.
class AboutWindow : public QDialog
{
    Q_OBJECT

public:
    explicit AboutWindow(QWidget* parent = nullptr);

    /// The same as plain text.
    static QString versions();
};

} // namespace whittle
