// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>

#include "models/narrowing/knowledge.h"

namespace whittle::test
{

inline std::filesystem::path sourceFolder()
{
    return WHITTLE_SOURCE_DIR;
}

inline std::string content(const std::filesystem::path& path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// Adds the JSON files of a folder; those of the same name are replaced.
inline void addFolder(KnowledgeFiles& files, const std::filesystem::path& folder)
{
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        if (entry.path().extension() == ".json")
            files[entry.path().filename().string()] = content(entry.path());
}

inline KnowledgeFiles filesIn(const std::filesystem::path& folder)
{
    KnowledgeFiles files;
    addFolder(files, folder);
    return files;
}

inline KnowledgeFiles productFiles()
{
    return filesIn(sourceFolder() / "resources/knowledge");
}

inline KnowledgeFiles minimalFiles()
{
    return filesIn(sourceFolder() / "tests/narrowing/minimal-knowledge");
}

} // namespace whittle::test
