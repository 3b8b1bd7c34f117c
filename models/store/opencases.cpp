// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/opencases.h"

#include <sys/stat.h>

#include "models/store/casefile.h"

namespace whittle
{

std::optional<FileKey> fileKey(const std::string& path)
{
    struct stat status {
    };
    if (::stat(path.c_str(), &status) != 0)
        return {};
    return FileKey{status.st_dev, status.st_ino};
}

FileKey fileKey(int descriptor)
{
    struct stat status {
    };
    ::fstat(descriptor, &status);
    return FileKey{status.st_dev, status.st_ino};
}

OpenCases& OpenCases::instance()
{
    static OpenCases cases;
    return cases;
}

bool OpenCases::contains(FileKey key)
{
    const std::lock_guard lock(m_mutex);
    return m_keys.contains(key);
}

void OpenCases::insert(FileKey key)
{
    const std::lock_guard lock(m_mutex);
    m_keys.insert(key);
}

void OpenCases::erase(FileKey key)
{
    const std::lock_guard lock(m_mutex);
    m_keys.erase(key);
}

bool isOpenCase(const std::string& path)
{
    const auto key = fileKey(path);
    return key && OpenCases::instance().contains(*key);
}

} // namespace whittle
