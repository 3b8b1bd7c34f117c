// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QAction>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>

#include "app/panels.h"
#include "app/pdfexport.h"
#include "tests/session/testknowledge.h"
#include "widgets/shell/mainwindow.h"

namespace whittle::test
{

inline constexpr int patience = 20000;

/// A window as app puts it together, with file dialogs that answer by themselves.
struct Desk {
    explicit Desk(Engine engine = {})
        : session(productKnowledge(), folder.filePath(QStringLiteral("cases")), std::move(engine))
    {
        WindowSetup setup;
        setup.parts = makePanels(productKnowledge());
        setup.sampleFolder = sampleFolder();
        setup.dialogs.caseToOpen = [this](QWidget*) { return answer; };
        setup.dialogs.caseToWrite = [this](QWidget*, const QString&) { return answer; };
        setup.dialogs.pdfToWrite = [this](QWidget*, const QString&) { return answer; };
        setup.dialogs.evidence = [this](QWidget*) {
            return answer.isEmpty() ? QStringList() : QStringList(answer);
        };
        setup.exportPdf = [this](const AnalysisPtr& analysis, const TimeText& times, const QString& path,
                                 const std::function<void(Result<void>)>& done) {
            pdf.write(analysis, times, path, done);
        };
        window = std::make_unique<MainWindow>(session, words, appearance, settings, std::move(setup));
        connectPanels(*window, session);
        window->resize(1280, 800);
        window->show();
    }

    QAction* menuAction(const QString& words_) const
    {
        for (QAction* one : window->findChildren<QAction*>()) {
            if (one->text().remove(QLatin1Char('&')) == words_)
                return one;
        }
        return nullptr;
    }
    QPushButton* button(const QString& words_) const
    {
        for (QPushButton* one : window->findChildren<QPushButton*>()) {
            if (one->isVisible() && one->text().remove(QLatin1Char('&')) == words_)
                return one;
        }
        return nullptr;
    }
    bool shows(const QString& words_) const
    {
        for (const QLabel* one : window->findChildren<QLabel*>()) {
            if (one->isVisible() && one->text().contains(words_))
                return true;
        }
        return false;
    }
    QTabWidget* tabs() const { return window->findChild<QTabWidget*>(); }
    bool openSample()
    {
        button(QStringLiteral("Open the sample case"))->click();
        return QTest::qWaitFor(
            [this] { return session.analysis()->sources.size() == 4 && !session.isAnalysing(); }, patience);
    }

    QTemporaryDir folder;
    QString answer;
    QSettings settings{folder.filePath(QStringLiteral("whittle.ini")), QSettings::IniFormat};
    Words words{productKnowledge(), Words::Language::English};
    Appearance appearance;
    Session session;
    PdfExport pdf{words};
    std::unique_ptr<MainWindow> window;
};

} // namespace whittle::test
