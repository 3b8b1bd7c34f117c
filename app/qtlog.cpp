// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/qtlog.h"

#include <cstdio>

#include <QString>

#include "models/base/log.h"

namespace whittle
{

namespace
{

log::Level levelOf(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return log::Level::Debug;
    case QtInfoMsg:
        return log::Level::Info;
    case QtWarningMsg:
        return log::Level::Warning;
    case QtCriticalMsg:
    case QtFatalMsg:
        break;
    }
    return log::Level::Error;
}

void writeMessage(QtMsgType type, const QMessageLogContext&, const QString& text)
{
    if (text.contains(QLatin1String("propagateSizeHints")))
        return; // the offscreen platform says so for every window
    log::write(levelOf(type), "qt", text.toStdString());
    if (type == QtFatalMsg)
        std::fprintf(stderr, "whittle: %s\n", qPrintable(text));
}

} // namespace

void logQtMessages()
{
    qInstallMessageHandler(writeMessage);
}

} // namespace whittle
