// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <utility>

namespace whittle
{

/// Device and inode.
using FileKey = std::pair<std::uint64_t, std::uint64_t>;

std::optional<FileKey> fileKey(const std::string& path);
FileKey fileKey(int descriptor);

/// The cases that this process has open. SQLite's locks are POSIX locks: closing any descriptor of such a
/// file would drop them, so that nobody here may open one a second time.
class OpenCases
{
public:
    static OpenCases& instance();
    bool contains(FileKey key);
    void insert(FileKey key);
    void erase(FileKey key);

private:
    std::mutex m_mutex;
    std::set<FileKey> m_keys;
};

} // namespace whittle
