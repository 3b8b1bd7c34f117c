// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <utility>

#include "models/base/result.h"

namespace whittle
{

/// A folder of our own (mode 0700) below TMPDIR, removed with what is in it.
class PrivateFolder
{
public:
    static Result<PrivateFolder> make();
    ~PrivateFolder();
    PrivateFolder(PrivateFolder&& other) noexcept
        : m_path(std::exchange(other.m_path, {}))
    {
    }
    PrivateFolder& operator=(PrivateFolder&& other) noexcept
    {
        std::swap(m_path, other.m_path);
        return *this;
    }

    std::string file(const char* name) const { return (m_path / name).string(); }

private:
    explicit PrivateFolder(std::filesystem::path path)
        : m_path(std::move(path))
    {
    }

    std::filesystem::path m_path;
};

} // namespace whittle
