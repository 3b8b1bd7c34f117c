// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <map>
#include <string>

namespace samplecase
{

struct SampleCase {
    std::map<std::string, std::string> evidence; ///< bytes by file name
    std::string truth;
};

/// The warehouse whose phones reset every 36 hours: the same bytes each time, on every machine.
SampleCase makeSampleCase();

/// False when the folder cannot be written.
bool writeFile(const std::filesystem::path& path, const std::string& bytes);

} // namespace samplecase
