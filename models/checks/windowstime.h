// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "models/checks/check.h"

namespace whittle
{

/// The settings of Windows Time that CUCM needs, as far as a registry export shows them.
struct WindowsTime {
    bool isShown = false;
    bool isRight = false; ///< all of them are shown, and are what is needed
    std::vector<std::string> wrong{}; ///< "Type is NT5DS, NTP is needed"
    std::vector<const EventRow*> proof{}; ///< the values that are wrong, else all four
};
WindowsTime windowsTime(const CheckContext& context);

/// The source is, or may be, the Windows server whose settings are shown.
bool mayBeWindows(const WindowsTime& windows, const NtpSource& source);

/// … or one whose settings are not shown, and these may be why it does not serve.
bool maySufferFromSettings(const WindowsTime& windows, const NtpSource& source);

} // namespace whittle
