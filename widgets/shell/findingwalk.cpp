// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/findingwalk.h"

namespace whittle
{

std::optional<Citation> FindingWalk::move(const Analysis& analysis, int step)
{
    const auto count = static_cast<std::ptrdiff_t>(analysis.findings.size());
    for (std::ptrdiff_t tried = 0; tried < count; ++tried) {
        const auto before = m_at ? static_cast<std::ptrdiff_t>(*m_at) : (step > 0 ? -1 : 0);
        m_at = static_cast<std::size_t>((before + step + count) % count);
        const Finding& finding = analysis.findings[*m_at];
        if (!finding.evidence.empty())
            return finding.evidence.front();
    }
    return std::nullopt;
}

} // namespace whittle
