// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/filedialogs.h"

#include <QCoreApplication>
#include <QFileDialog>

namespace whittle
{

namespace
{

QString tr(const char* text)
{
    return QCoreApplication::translate("FileDialogs", text);
}

QString caseFilter()
{
    return tr("Whittle cases (*.whittle)");
}

QString withSuffix(const QString& path, QLatin1String suffix)
{
    return path.isEmpty() || path.endsWith(suffix, Qt::CaseInsensitive) ? path : path + suffix;
}

} // namespace

FileDialogs FileDialogs::ofDesktop()
{
    FileDialogs dialogs;
    dialogs.caseToOpen = [](QWidget* parent) {
        return QFileDialog::getOpenFileName(parent, tr("Open case"), {}, caseFilter());
    };
    dialogs.caseToWrite = [](QWidget* parent, const QString& suggestion) {
        const QString path =
            QFileDialog::getSaveFileName(parent, tr("Save case as"), suggestion, caseFilter());
        return withSuffix(path, QLatin1String(".whittle"));
    };
    dialogs.evidence = [](QWidget* parent) {
        return QFileDialog::getOpenFileNames(parent, tr("Add evidence"), {}, tr("All files (*)"));
    };
    dialogs.pdfToWrite = [](QWidget* parent, const QString& suggestion) {
        const QString path =
            QFileDialog::getSaveFileName(parent, tr("Export findings"), suggestion, tr("PDF (*.pdf)"));
        return withSuffix(path, QLatin1String(".pdf"));
    };
    return dialogs;
}

} // namespace whittle
