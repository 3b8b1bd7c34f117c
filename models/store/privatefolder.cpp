// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/privatefolder.h"

#include <cstdlib>

#include "models/base/systemerror.h"

namespace whittle
{

Result<PrivateFolder> PrivateFolder::make()
{
    const char* parent = std::getenv("TMPDIR");
    std::string path = std::string(parent && *parent ? parent : "/tmp") + "/whittle-XXXXXX";
    if (!::mkdtemp(path.data()))
        return systemError(path);
    return PrivateFolder(path);
}

PrivateFolder::~PrivateFolder()
{
    std::error_code ignored;
    if (!m_path.empty())
        std::filesystem::remove_all(m_path, ignored);
}

} // namespace whittle
