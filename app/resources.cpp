// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/resources.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace whittle
{

Result<Knowledge> builtInKnowledge()
{
    KnowledgeFiles files;
    for (const QFileInfo& entry :
         QDir(QStringLiteral(":/knowledge")).entryInfoList({QStringLiteral("*.json")})) {
        QFile file(entry.filePath());
        if (file.open(QIODevice::ReadOnly))
            files[entry.fileName().toStdString()] = file.readAll().toStdString();
    }
    return loadKnowledge(files);
}

QString dataFolder(const QString& name)
{
    const QStringList roots{qEnvironmentVariable("WHITTLE_DATA_DIR"),
                            QCoreApplication::applicationDirPath() + QStringLiteral("/../share/whittle"),
                            QStringLiteral(WHITTLE_SOURCE_DATA_DIR)};
    for (const QString& root : roots) {
        const QFileInfo folder(QDir(root).filePath(name));
        if (!root.isEmpty() && folder.isDir())
            return folder.canonicalFilePath();
    }
    return {};
}

} // namespace whittle
