// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window.h"

#include <mutex>

#include <QSettings>
#include <QStandardPaths>

#include "app/bundlesettings.h"
#include "app/panels.h"
#include "app/pdfexport.h"
#include "models/base/log.h"
#include "widgets/shell/mainwindow.h"

namespace whittle
{

WindowPlaces WindowPlaces::standard(const QString& configFolder)
{
    const auto below = [](const QString& folder, const char* name) {
        return folder + QLatin1Char('/') + QLatin1String(name);
    };
    WindowPlaces places;
    if (!configFolder.isEmpty()) {
        places.settingsFile = below(configFolder, "whittle.ini");
        places.casesFolder = below(configFolder, "cases");
        places.logFolder = below(configFolder, "log");
    } else {
        places.settingsFile =
            below(QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation), "whittle.ini");
        places.casesFolder =
            below(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation), "cases");
        places.logFolder = QString::fromStdString(log::defaultFolder());
    }
    return places;
}

/// Set on the main thread, asked for by the thread that imports.
class Window::Limits
{
public:
    explicit Limits(const BundleLimits& limits)
        : m_limits(limits)
    {
    }
    void set(const BundleLimits& limits)
    {
        const std::lock_guard lock(m_mutex);
        m_limits = limits;
    }
    BundleLimits now() const
    {
        const std::lock_guard lock(m_mutex);
        return m_limits;
    }

private:
    mutable std::mutex m_mutex;
    BundleLimits m_limits;
};

Engine Window::engineWith(const std::shared_ptr<Limits>& limits)
{
    Engine engine;
    engine.import = [limits](CaseFile& file, const EvidenceItem& item, ImportMonitor& monitor,
                             const std::stop_token& stop) {
        return importOne(file, item, monitor, stop, {limits->now(), {}});
    };
    return engine;
}

Window::Window(const Knowledge& knowledge, const WindowPlaces& places)
    : m_settings(std::make_unique<QSettings>(places.settingsFile, QSettings::IniFormat))
    , m_words(std::make_unique<Words>(knowledge, Words::Language::Translated))
    , m_appearance(std::make_unique<Appearance>())
    , m_limits(std::make_shared<Limits>(bundleLimits(*m_settings)))
    , m_session(std::make_unique<Session>(knowledge, places.casesFolder, engineWith(m_limits)))
    , m_export(std::make_unique<PdfExport>(*m_words))
{
    WindowSetup setup;
    setup.parts = makePanels(knowledge);
    setup.sampleFolder = places.sampleFolder;
    setup.logFolder = places.logFolder;
    setup.exportPdf = [this](const AnalysisPtr& analysis, const TimeText& times, const QString& path,
                             const std::function<void(Result<void>)>& done) {
        m_export->write(analysis, times, path, done);
    };
    setup.limits = m_limits->now();
    setup.setLimits = [this](const BundleLimits& limits) {
        m_limits->set(limits);
        keepBundleLimits(*m_settings, limits);
    };
    m_window =
        std::make_unique<MainWindow>(*m_session, *m_words, *m_appearance, *m_settings, std::move(setup));
    connectPanels(*m_window, *m_session);
}

Window::~Window()
{
    m_export.reset(); // it calls the window back
}

void Window::show()
{
    m_window->show();
}

void Window::open(const QStringList& paths)
{
    if (!paths.isEmpty())
        m_session->addEvidence(paths);
}

} // namespace whittle
