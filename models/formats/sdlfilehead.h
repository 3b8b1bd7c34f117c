// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "models/base/event.h"
#include "models/base/fields.h"
#include "models/evidence/format.h"

namespace whittle
{

/// The row with which a file of an SDL trace begins: the only place where its date and zone stand.
/// "UTC:-05:00,Date: 2024/08/13, AppName: CCM, AppId: 100, AppNodeId: 1, AppVersion: CUCM
/// Install=11.5.1.16900-16 Build=…, HostName: Trainingpub115, HostIPAddress: 10.207.166.103, AppStartTime:
/// 2024/03/17 09:26:28, FileNumber: 1263, TraceVer: 3.0"
struct SdlFileHead {
    std::optional<int> utcOffsetSeconds;
    std::optional<std::int64_t> day; ///< ns since 1970-01-01 of the midnight that begins it
    std::string_view application; ///< "CCM", "TFTP", …
    std::string_view applicationId; ///< 100: CallManager, 200: CTIManager, 600: TFTP
    std::string_view node;
    std::string_view version;
    std::string_view host;
    std::string_view address;
    std::optional<std::int64_t> serviceStart; ///< ns as the clock of the node shows it
    std::string_view fileNumber;

    static SdlFileHead read(std::string_view rest);

    void describe(SourceFacts& facts) const;
    void addFields(FieldWriter& fields) const;
};

} // namespace whittle
