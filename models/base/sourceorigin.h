// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "models/base/time.h"

namespace whittle
{

/// Who wrote a source, where its head or its lines say so. Empty strings where they do not.
struct SourceOrigin {
    std::string host{}; ///< "cucm-pub", "SEP001E7A24429A"
    std::string address{};
    std::string application{}; ///< "CCM", "TFTP", "CTI", …
    std::string version{}; ///< "11.5.1.16900-16"
    std::optional<std::uint32_t> node{}; ///< number of the node in its cluster
    std::optional<std::uint64_t> fileNumber{}; ///< of a trace that is written as a ring of files: counts on
    std::optional<SourceTime> serviceStart{}; ///< when the service that writes was started last
    bool operator==(const SourceOrigin&) const = default;
};

} // namespace whittle
