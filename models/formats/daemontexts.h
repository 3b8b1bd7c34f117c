// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/event.h"
#include "models/base/fields.h"
#include "models/formats/daemonline.h"

namespace whittle
{

bool isNtpd(std::string_view process);
/// ISC dhcpd or dnsmasq.
bool isDhcpServer(std::string_view process);

/// What a line says of the clock or of leases, in whichever log it stands: a syslog holds the lines of all
/// daemons. Gives the event its kind, device, destination and fields. False: nothing of interest.
bool readDaemonText(const DaemonLine& line, FieldWriter& fields, Event& event);

} // namespace whittle
