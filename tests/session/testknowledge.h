// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdio>
#include <cstdlib>

#include <QDir>
#include <QFile>
#include <QString>

#include "models/narrowing/knowledge.h"

namespace whittle::test
{

/// The knowledge of the product, read from the source tree. A test without it makes no sense.
inline const Knowledge& productKnowledge()
{
    static const Knowledge knowledge = [] {
        KnowledgeFiles files;
        const QDir folder(QStringLiteral(WHITTLE_SOURCE_DIR "/resources/knowledge"));
        for (const QString& name : folder.entryList({QStringLiteral("*.json")})) {
            QFile file(folder.filePath(name));
            if (file.open(QIODevice::ReadOnly))
                files[name.toStdString()] = file.readAll().toStdString();
        }
        auto loaded = loadKnowledge(files);
        if (!loaded) {
            std::fprintf(stderr, "%s\n", toText(loaded.error()).c_str());
            std::abort();
        }
        return std::move(*loaded);
    }();
    return knowledge;
}

inline QString sampleFolder()
{
    return QStringLiteral(WHITTLE_SOURCE_DIR "/resources/samples/warehouse");
}

} // namespace whittle::test
