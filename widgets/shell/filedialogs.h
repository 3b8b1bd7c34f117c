// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include <QStringList>

class QWidget;

namespace whittle
{

/// How files are asked for. Replaced in tests; an empty answer means that the user thought better of it.
struct FileDialogs {
    std::function<QString(QWidget* parent)> caseToOpen;
    std::function<QString(QWidget* parent, const QString& suggestion)> caseToWrite;
    std::function<QStringList(QWidget* parent)> evidence;
    std::function<QString(QWidget* parent, const QString& suggestion)> pdfToWrite;

    /// The dialogs of the desktop.
    static FileDialogs ofDesktop();
};

} // namespace whittle
