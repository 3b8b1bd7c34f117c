// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string_view>

#include <unistd.h>

#include <QApplication>
#include <QDir>
#include <QIcon>

#include "app/commandline.h"
#include "app/language.h"
#include "app/qtlog.h"
#include "app/resources.h"
#include "app/window.h"
#include "models/base/log.h"
#include "models/report/visibletext.h"
#include "widgets/jobs/leavablethread.h"
#include "widgets/shell/look/icons.h"

namespace
{

using namespace whittle;

std::string visible(const char* text)
{
    return visibleText(std::string_view{text}).toStdString();
}

/// What does without a window, and must not even look for a display.
bool isHeadless(int argc, char** argv)
{
    constexpr std::array<std::string_view, 10> words{"--help", "-h",    "--version", "analyze",   "report",
                                                     "events", "spans", "version",   "knowledge", "verify"};
    return argc > 1 && std::find(words.begin(), words.end(), argv[1]) != words.end();
}

/// The first option that there is not; null: all are known. Options with one dash are Qt's own.
const char* unknownOption(int argc, char** argv)
{
    for (int i = 1; i < argc && std::string_view(argv[i]) != "--"; ++i) {
        if (std::string_view(argv[i]).substr(0, 2) == "--" && std::string_view(argv[i]) != "--config")
            return argv[i];
    }
    return nullptr;
}

struct Arguments {
    QString configFolder;
    QStringList paths;
};

Arguments parse(const QStringList& arguments)
{
    Arguments parsed;
    bool options = true;
    for (qsizetype i = 1; i < arguments.size(); ++i) {
        const QString& argument = arguments[i];
        if (options && argument == QLatin1String("--"))
            options = false;
        else if (options && argument == QLatin1String("--config") && i + 1 < arguments.size())
            parsed.configFolder = QDir(arguments[++i]).absolutePath();
        else
            parsed.paths.append(QDir(argument).absolutePath());
    }
    return parsed;
}

/// A word that names no file is meant as a command, and there is none of that name.
bool isUnknownCommand(int argc, char** argv)
{
    const std::string_view word = argc > 1 ? argv[1] : "";
    const bool isWord = !word.empty() && word.front() != '-' && word.find_first_of("./") == word.npos;
    return isWord && ::access(argv[1], F_OK) != 0;
}

/// The first of the paths when none of them exists; null: there is something to open, or nothing was named.
const char* nothingToOpen(int argc, char** argv)
{
    const char* first = nullptr;
    for (int i = 1; i < argc; ++i) {
        if (std::string_view(argv[i]) == "--config")
            ++i;
        else if (argv[i][0] == '-')
            continue;
        else if (::access(argv[i], F_OK) == 0)
            return nullptr;
        else if (!first)
            first = argv[i];
    }
    return first;
}

/// Without one Qt would end the program with an abort, and no word that helps.
bool hasDisplay()
{
    return qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY")
        || qEnvironmentVariableIsSet("QT_QPA_PLATFORM");
}

/// Destroys nothing: a thread that was left behind may still use the application, the log and
/// the statics. The log is written line by line.
[[noreturn]] void endAtOnce(int code)
{
    std::fflush(nullptr);
    std::_Exit(code);
}

int runWindow(const Arguments& arguments)
{
    const auto knowledge = builtInKnowledge();
    if (!knowledge) {
        std::fprintf(stderr, "whittle: %s\n", toText(knowledge.error()).c_str());
        return 1;
    }
    WindowPlaces places = WindowPlaces::standard(arguments.configFolder);
    places.sampleFolder = dataFolder(QStringLiteral("samples/warehouse"));
    log::openFolder(places.logFolder.toStdString(), log::Level::Info);
    log::info("app", "whittle " WHITTLE_VERSION);
    auto window = std::make_unique<Window>(*knowledge, places);
    window->show();
    window->open(arguments.paths);
    const int code = QApplication::exec();
    window.reset(); // closes the case and writes the settings
    if (LeavableThread::anyLeftBehind())
        endAtOnce(code);
    return code;
}

} // namespace

int main(int argc, char** argv)
{
    if (isHeadless(argc, argv))
        return runCommandLine(argc, argv);
    if (const char* unknown = unknownOption(argc, argv)) {
        std::fprintf(stderr, "whittle: there is no option %s (see whittle --help)\n",
                     visible(unknown).c_str());
        return 2;
    }
    if (isUnknownCommand(argc, argv)) {
        std::fprintf(stderr, "whittle: there is no command and no file \"%s\" (see whittle --help)\n",
                     visible(argv[1]).c_str());
        return 2;
    }
    if (!hasDisplay()) {
        if (const char* path = nothingToOpen(argc, argv)) {
            std::fprintf(stderr, "whittle: %s: there is no such file or folder\n", visible(path).c_str());
            return 1;
        }
        std::fputs("whittle: there is no display for a window; \"whittle analyze\" does without (see whittle "
                   "--help)\n",
                   stderr);
        return 1;
    }
    logQtMessages();
    QApplication application(argc, argv);
    QApplication::setOrganizationName(QStringLiteral("Whittle"));
    QApplication::setApplicationName(QStringLiteral("whittle"));
    QApplication::setApplicationVersion(QStringLiteral(WHITTLE_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("org.whittle.Whittle"));
    installLanguage();
    QApplication::setWindowIcon(lineIcon(QLatin1String("whittle"), {}));
    return runWindow(parse(QApplication::arguments()));
}
