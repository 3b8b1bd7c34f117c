// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/usdate.h"

#include "models/base/time.h"
#include "models/formats/text.h"

namespace whittle
{

bool isUsDateShaped(std::string_view text)
{
    return text.size() >= usDateLength && text[2] == '/' && text[5] == '/' && text::twoDigits(text, 0) >= 0
        && text::twoDigits(text, 3) >= 0 && text::twoDigits(text, 6) >= 0 && text::twoDigits(text, 8) >= 0;
}

std::optional<std::int64_t> usDate(std::string_view text)
{
    const CivilDate date{text::twoDigits(text, 6) * 100 + text::twoDigits(text, 8), text::twoDigits(text, 0),
                         text::twoDigits(text, 3)};
    if (!isValid(date) || date.year < 1990 || date.year > 2200)
        return {};
    return daysFromCivil(date) * nsPerDay;
}

} // namespace whittle
