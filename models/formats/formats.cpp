// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/formats.h"

#include <array>

namespace whittle
{

std::span<const Format* const> textFormats()
{
    static const std::array all{
        &phoneConsoleFormat(), &cucmSdiFormat(),      &ntpStatusFormat(),
        &ocsSipStackFormat(),  &cupsSipProxyFormat(), &windowsRegistryFormat(),
        &showVersionFormat(),  &installLogFormat(),   &siteFormat(),
    };
    static const std::array all{&phoneConsoleFormat(), &cucmSdiFormat(),  &cucmSdlFormat(),
                                &tftpTraceFormat(),    &ctiTraceFormat(), &syslogFormat(),
                                &ntpStatusFormat()};
        &phoneConsoleFormat(), &cucmSdiFormat(),       &ntpStatusFormat(),    &packetTextFormat(),
        &ntpLogFormat(),       &dhcpServerLogFormat(), &diagnoseTestFormat(),
    };
    return all;
}

} // namespace whittle
