// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/result.h"

namespace whittle
{

std::string toText(const Error& error)
{
    std::string text = error.subject;
    if (!error.place.empty())
        text += (text.empty() ? "" : ", ") + error.place;
    text += (text.empty() ? "" : ": ") + error.reason;
    if (!error.remedy.empty())
        text += " (" + error.remedy + ")";
    return text;
}

} // namespace whittle
