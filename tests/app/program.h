// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QProcessEnvironment>
#include <QTest>

/// Starts the built program as a shell would, without a display.
namespace whittle::test
{

struct Run {
    int code = -1; ///< 128 + signal when it was killed by one
    QByteArray out{};
    QByteArray err{};
};

/// What surrounds the program.
struct Surroundings {
    QString folder{};
    QMap<QString, QString> variables{}; ///< an empty value removes one
};

inline QProcessEnvironment environment(const Surroundings& around)
{
    auto environment = QProcessEnvironment::systemEnvironment();
    for (const char* display : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "XDG_RUNTIME_DIR"})
        environment.remove(QString::fromLatin1(display));
    for (auto it = around.variables.begin(); it != around.variables.end(); ++it) {
        if (it.value().isEmpty())
            environment.remove(it.key());
        else
            environment.insert(it.key(), it.value());
    }
    return environment;
}

/// Started and not waited for: to be interrupted.
inline void start(QProcess& process, const QStringList& words, const Surroundings& around = {})
{
    process.setProcessEnvironment(environment(around));
    if (!around.folder.isEmpty())
        process.setWorkingDirectory(around.folder);
    process.start(QStringLiteral(WHITTLE_PROGRAM), words);
}

inline Run finish(QProcess& process)
{
    if (!process.waitForFinished(120'000)) {
        process.kill();
        process.waitForFinished();
        return {-1, {}, "it did not come to an end"};
    }
    const int code = process.exitCode();
    return {process.exitStatus() == QProcess::CrashExit ? 128 + code : code, process.readAllStandardOutput(),
            process.readAllStandardError()};
}

inline Run runWhittle(const QStringList& words, const Surroundings& around = {})
{
    QProcess process;
    start(process, words, around);
    return finish(process);
}

/// A line of shell in which "$W" is the program: for pipes, and for names that Qt cannot spell.
inline Run shell(const QString& line, const QString& folder = {})
{
    QProcess process;
    auto variables = environment({});
    variables.insert(QStringLiteral("W"), QStringLiteral(WHITTLE_PROGRAM));
    process.setProcessEnvironment(variables);
    if (!folder.isEmpty())
        process.setWorkingDirectory(folder);
    process.start(QStringLiteral("/bin/sh"), {QStringLiteral("-c"), line});
    return finish(process);
}

inline QString sample(const char* name = "")
{
    return QStringLiteral(WHITTLE_SAMPLE)
        + (*name ? QLatin1Char('/') + QString::fromLatin1(name) : QString());
}

/// The objects of an array.
inline QList<QJsonObject> objects(const QJsonValue& array)
{
    QList<QJsonObject> all;
    for (const auto& one : array.toArray())
        all << one.toObject();
    return all;
}

inline const QJsonObject object(const QByteArray& json)
{
    return QJsonDocument::fromJson(json).object();
}

} // namespace whittle::test

/// Compares the exit code and shows what the program said when it is another.
#define COMPARE_CODE(run, expected)                                                                          \
    QVERIFY2(                                                                                                \
        (run).code == (expected),                                                                            \
        qPrintable(QStringLiteral("exit code %1\n%2").arg((run).code).arg(QString::fromUtf8((run).err))))
