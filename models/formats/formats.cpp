// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/formats.h"

#include <array>

namespace whittle
{

std::span<const Format* const> textFormats()
{
    static const std::array all{
        &cliSessionFormat(),   &cucmSdiFormat(),       &cucmSdlFormat(),         &tftpTraceFormat(),
        &ctiTraceFormat(),     &syslogFormat(),        &phoneConsoleFormat(),    &ntpStatusFormat(),
        &diagnoseTestFormat(), &ntpLogFormat(),        &packetTextFormat(),      &ocsSipStackFormat(),
        &cupsSipProxyFormat(), &dhcpServerLogFormat(), &windowsRegistryFormat(), &showVersionFormat(),
        &installLogFormat(),   &siteFormat(),
    };
    return all;
}

} // namespace whittle
