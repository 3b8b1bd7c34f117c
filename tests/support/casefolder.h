// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <fstream>
#include <functional>
#include <string>
#include <thread>

#include <QTemporaryDir>

#include "models/import/importmonitor.h"
#include "models/narrowing/knowledge.h"
#include "models/store/casefile.h"

/// A temporary folder with evidence and a case. Header-only; needs WHITTLE_SOURCE_DIR.
namespace whittle::test
{

namespace fs = std::filesystem;

inline fs::path sampleFolder()
{
    return fs::path(WHITTLE_SOURCE_DIR) / "resources/samples/warehouse";
}

/// The evidence of the sample case; what describes it is no evidence.
inline std::vector<fs::path> sampleFiles()
{
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(sampleFolder())) {
        if (entry.path().extension() != ".md")
            files.push_back(entry.path());
    }
    std::ranges::sort(files);
    return files;
}

inline std::string contentOf(const fs::path& path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

inline Knowledge productKnowledge()
{
    KnowledgeFiles files;
    for (const auto& entry : fs::directory_iterator(fs::path(WHITTLE_SOURCE_DIR) / "resources/knowledge")) {
        if (entry.path().extension() == ".json")
            files[entry.path().filename().string()] = contentOf(entry.path());
    }
    return loadKnowledge(files).value();
}

class CaseFolder
{
public:
    fs::path path(const std::string& name) const { return fs::path(m_folder.path().toStdString()) / name; }
    fs::path write(const std::string& name, const std::string& bytes) const
    {
        fs::create_directories(path(name).parent_path());
        std::ofstream(path(name), std::ios::binary) << bytes;
        return path(name);
    }
    std::shared_ptr<CaseFile> newCase(const std::string& name = "case.whittle") const
    {
        return CaseFile::create(path(name).string()).value();
    }

    static ImportOutcome import(CaseFile& file, const fs::path& evidence, std::stop_token stop = {})
    {
        ImportMonitor monitor;
        return importOne(file, {evidence.filename().string(), evidence.string()}, monitor, stop);
    }

private:
    QTemporaryDir m_folder;
};

} // namespace whittle::test
