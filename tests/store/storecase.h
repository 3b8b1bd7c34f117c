// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QMap>
#include <QTest>

#include <csignal>
#include <functional>

#include <sys/wait.h>
#include <unistd.h>

#include "models/store/casefile.h"
#include "models/store/casereader.h"
#include "models/store/casewriter.h"
#include "models/store/sourcewriter.h"

/// Cases for the tests of the store.
namespace whittle::test
{

inline Event nak(std::uint64_t frame)
{
    return {.kind = "dhcp.nak",
            .time = {1'000'000'000},
            .place = {PlaceUnit::Frame, frame},
            .fields = "xid=0x00000001"};
}

inline SourceId addSource(CaseFile& file, const std::string& name)
{
    auto writer = file.writer()->addSource(name, "/somewhere/" + name).value();
    writer->event(nak(1));
    const SourceId id = writer->id();
    const auto done =
        writer->complete({.bytes = 10, .format = "pcap", .unit = PlaceUnit::Frame, .records = 1});
    return done ? id : SourceId{};
}

inline std::size_t sourceCount(const CaseFile& file)
{
    return file.newReader().value()->sources().value().size();
}

inline QByteArray bytesOf(const std::string& path)
{
    QFile file(QString::fromStdString(path));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The files of a folder, with their bytes and the time of their last change.
using Snapshot = QMap<QString, QPair<QByteArray, QDateTime>>;
inline Snapshot snapshot(const QString& folder)
{
    Snapshot files;
    for (const QFileInfo& info : QDir(folder).entryInfoList(QDir::Files | QDir::Hidden))
        files[info.fileName()] = {bytesOf(info.filePath().toStdString()), info.lastModified()};
    return files;
}

/// Another process, which does something, and then lives until it is killed.
class OtherProcess
{
public:
    explicit OtherProcess(const std::function<void()>& work)
    {
        int ready[2];
        if (::pipe(ready) != 0)
            return;
        m_child = ::fork();
        if (m_child == 0) {
            work();
            (void)!::write(ready[1], "x", 1);
            ::sleep(60);
            ::_exit(0);
        }
        ::close(ready[1]);
        char byte = 0;
        m_ready = ::read(ready[0], &byte, 1) == 1;
        ::close(ready[0]);
    }
    ~OtherProcess() { kill(); }
    OtherProcess(const OtherProcess&) = delete;
    OtherProcess& operator=(const OtherProcess&) = delete;

    bool isReady() const { return m_ready; }
    void kill()
    {
        if (m_child > 0) {
            ::kill(m_child, SIGKILL);
            ::waitpid(m_child, nullptr, 0);
        }
        m_child = -1;
    }

private:
    pid_t m_child = -1;
    bool m_ready = false;
};

/// A case with one source, left by a Whittle that was killed while it read a second one.
inline bool leaveUnfinished(const std::string& path)
{
    OtherProcess killed([&] {
        auto file = CaseFile::create(path);
        addSource(**file, "kept.pcap");
        auto writer = (*file)->writer()->addSource("half.pcap", "/x");
        for (std::uint64_t frame = 1; frame < 20'000; ++frame)
            (*writer)->event(nak(frame));
        std::_Exit(writer.hasValue() ? 0 : 1);
    });
    killed.kill();
    return QFile::exists(QString::fromStdString(path) + QStringLiteral("-wal"));
}

} // namespace whittle::test
