// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "models/analysis/understanding.h"
#include "models/base/result.h"

namespace whittle
{
class CaseFile;
}

namespace whittle::test
{

/// What really happened in a case (`whittle-case-truth-1`).
struct Truth {
    struct Incident {
        std::int64_t ns = 0; ///< UTC
        std::string device{};
        std::string kind{}; ///< reset, restart, reregister, rejected, no-config, no-address
    };
    struct Clock {
        double offset = 0; ///< s that the file's clock shows more than was, at `reference`
        double driftPpm = 0;
        std::int64_t referenceNs = 0;

        double at(std::int64_t ns) const
        {
            return offset + driftPpm * 1e-6 * static_cast<double>(ns - referenceNs) * 1e-9;
        }
    };
    struct Source {
        std::map<std::string, std::int64_t> counts{};
        std::optional<Clock> clock{};
    };

    std::vector<Incident> incidents{};
    std::map<std::string, Source> sources{}; ///< by name of the file
};

/// Throws what nlohmann::json throws when the file is not as it should be.
Truth readTruth(const std::filesystem::path& file);

/// A case with its truth, understood.
struct LabelledCase {
    std::string name{};
    Truth truth{};
    std::shared_ptr<CaseFile> file{};
    Understanding known{};

    /// What the truth says of a source; null: nothing.
    const Truth::Source* truthOf(const AnalysedSource& source) const;
    /// A true moment on the clock of the case; empty where the truth does not know the reference's clock. In
    /// the year that was assumed where the evidence does not tell it.
    std::optional<CaseTime> onCaseClock(std::int64_t ns) const;
};

/// Reads all evidence below `evidence` into a case that it makes in `folder`. Errors: as understand().
Result<LabelledCase> understandCase(const std::filesystem::path& evidence, const std::filesystem::path& truth,
                                    const std::filesystem::path& folder);

} // namespace whittle::test
