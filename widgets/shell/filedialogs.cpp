// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/filedialogs.h"

#include <QCoreApplication>
#include <QFileDialog>

namespace whittle
{

namespace
{

/// The context of the texts for translators.
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(FileDialogs)
};

QString caseFilter()
{
    return Texts::tr("Whittle cases (*.whittle)");
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
        return QFileDialog::getOpenFileName(parent, Texts::tr("Open case"), {}, caseFilter());
    };
    dialogs.caseToWrite = [](QWidget* parent, const QString& suggestion) {
        const QString path =
            QFileDialog::getSaveFileName(parent, Texts::tr("Save case as"), suggestion, caseFilter());
        return withSuffix(path, QLatin1String(".whittle"));
    };
    dialogs.evidence = [](QWidget* parent) {
        return QFileDialog::getOpenFileNames(parent, Texts::tr("Add evidence"), {},
                                             Texts::tr("All files (*)"));
    };
    dialogs.pdfToWrite = [](QWidget* parent, const QString& suggestion) {
        const QString path = QFileDialog::getSaveFileName(parent, Texts::tr("Export findings"), suggestion,
                                                          Texts::tr("PDF (*.pdf)"));
        return withSuffix(path, QLatin1String(".pdf"));
    };
    return dialogs;
}

} // namespace whittle
