// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <cstdio>
#include <string_view>

#include <QApplication>
#include <QDir>
#include <QIcon>

#include "app/commandline.h"
#include "app/qtlog.h"
#include "app/resources.h"
#include "app/window.h"
#include "models/base/log.h"
#include "widgets/shell/look/icons.h"

namespace
{

using namespace whittle;

/// What does without a window, and must not even look for a display.
bool isHeadless(int argc, char** argv)
{
    constexpr std::array<std::string_view, 10> words{"--help", "-h",    "--version", "analyze",   "report",
                                                     "events", "spans", "version",   "knowledge", "verify"};
    return argc > 1 && std::find(words.begin(), words.end(), argv[1]) != words.end();
}

struct Arguments {
    QString configFolder;
    QStringList paths;
    QString unknown; ///< an option that there is not
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
        else if (options && argument.startsWith(QLatin1Char('-')))
            parsed.unknown = argument;
        else
            parsed.paths.append(QDir(argument).absolutePath());
    }
    return parsed;
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
    Window window(*knowledge, places);
    window.show();
    window.open(arguments.paths);
    return QApplication::exec();
}

} // namespace

int main(int argc, char** argv)
{
    if (isHeadless(argc, argv))
        return runCommandLine(argc, argv);
    logQtMessages();
    QApplication application(argc, argv);
    QApplication::setOrganizationName(QStringLiteral("Whittle"));
    QApplication::setApplicationName(QStringLiteral("whittle"));
    QApplication::setApplicationVersion(QStringLiteral(WHITTLE_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("org.whittle.Whittle"));
    QApplication::setWindowIcon(lineIcon(QLatin1String("whittle"), {}));
    const Arguments arguments = parse(QApplication::arguments());
    if (!arguments.unknown.isEmpty()) {
        std::fprintf(stderr, "whittle: unknown option %s (see whittle --help)\n",
                     qPrintable(arguments.unknown));
        return 2;
    }
    return runWindow(arguments);
}
