// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QStringList>

#include "models/narrowing/knowledge.h"

class QSettings;

namespace whittle
{

class MainWindow;
class Session;
class Words;
class Appearance;
class PdfExport;
struct Engine;

/// Where a window keeps and finds things.
struct WindowPlaces {
    QString settingsFile;
    QString casesFolder; ///< where a case is made when evidence is dropped and none is open
    QString sampleFolder; ///< empty: there is none
    QString logFolder;

    /// Below the user's own folders (XDG); `configFolder`, when not empty, takes the place of all of them.
    static WindowPlaces standard(const QString& configFolder);
};

/// The window with all its panels and the session behind it: the one place where the panels are put together.
class Window
{
public:
    Window(const Knowledge& knowledge, const WindowPlaces& places);
    ~Window();

    void show();
    /// Cases, or evidence: what stood on the command line.
    void open(const QStringList& paths);

    MainWindow& mainWindow() { return *m_window; }
    Session& session() { return *m_session; }

private:
    class Limits;
    static Engine engineWith(const std::shared_ptr<Limits>& limits);

    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<Words> m_words;
    std::unique_ptr<Appearance> m_appearance;
    std::shared_ptr<Limits> m_limits; ///< how much one file may unpack to
    std::unique_ptr<Session> m_session; ///< outlives the window, which lets go of the case first
    std::unique_ptr<PdfExport> m_export;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace whittle
