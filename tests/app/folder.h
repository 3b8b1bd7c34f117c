// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include "models/base/bytes.h"

namespace whittle::test
{

/// A folder for one test, with files in it.
class Folder
{
public:
    QString path() const { return m_folder.path(); }
    QString file(const QString& name) const { return m_folder.filePath(name); }

    QString write(const QString& name, const QByteArray& bytes) const
    {
        const QString path = file(name);
        QDir().mkpath(QFileInfo(path).path());
        QFile target(path);
        return target.open(QIODevice::WriteOnly) && target.write(bytes) == bytes.size() ? path : QString();
    }
    QString write(const QString& name, const std::vector<std::byte>& bytes) const
    {
        return write(
            name,
            QByteArray(reinterpret_cast<const char*>(bytes.data()), static_cast<qsizetype>(bytes.size())));
    }
    /// A file of that size without anything in it; takes no room on the disk.
    QString writeZeros(const QString& name, qint64 size) const
    {
        QFile target(file(name));
        return target.open(QIODevice::WriteOnly) && target.resize(size) ? target.fileName() : QString();
    }
    QByteArray read(const QString& name) const
    {
        QFile source(file(name));
        return source.open(QIODevice::ReadOnly) ? source.readAll() : QByteArray();
    }
    bool has(const QString& name) const { return QFileInfo::exists(file(name)); }
    /// All names, also hidden ones, sorted.
    QStringList names() const
    {
        return QDir(path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
                                      QDir::Name);
    }

private:
    QTemporaryDir m_folder;
};

inline QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace whittle::test
