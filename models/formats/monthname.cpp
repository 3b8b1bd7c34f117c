// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/monthname.h"

#include <array>

#include "models/base/time.h"
#include "models/formats/text.h"

namespace whittle
{

namespace
{

struct MonthName {
    std::string_view begins;
    int month;
};

/// English first; then German, French, Spanish, Italian, Portuguese, Dutch, Polish, Romanian and the
/// Scandinavian ones, where their beginning differs.
constexpr std::array names{
    MonthName{"jan", 1},  MonthName{"feb", 2},  MonthName{"mar", 3},  MonthName{"apr", 4},
    MonthName{"may", 5},  MonthName{"jun", 6},  MonthName{"jul", 7},  MonthName{"aug", 8},
    MonthName{"sep", 9},  MonthName{"oct", 10}, MonthName{"nov", 11}, MonthName{"dec", 12},
    MonthName{"ene", 1},  MonthName{"gen", 1},  MonthName{"ian", 1},  MonthName{"jän", 1},
    MonthName{"sty", 1},  MonthName{"fév", 2},  MonthName{"fev", 2},  MonthName{"lut", 2},
    MonthName{"mär", 3},  MonthName{"mrz", 3},  MonthName{"mrt", 3},  MonthName{"maa", 3},
    MonthName{"avr", 4},  MonthName{"abr", 4},  MonthName{"kwi", 4},  MonthName{"mai", 5},
    MonthName{"maj", 5},  MonthName{"mei", 5},  MonthName{"mag", 5},  MonthName{"juin", 6},
    MonthName{"giu", 6},  MonthName{"iun", 6},  MonthName{"cze", 6},  MonthName{"juil", 7},
    MonthName{"lug", 7},  MonthName{"iul", 7},  MonthName{"lip", 7},  MonthName{"ago", 8},
    MonthName{"aoû", 8},  MonthName{"sie", 8},  MonthName{"set", 9},  MonthName{"wrz", 9},
    MonthName{"okt", 10}, MonthName{"ott", 10}, MonthName{"out", 10}, MonthName{"paź", 10},
    MonthName{"noi", 11}, MonthName{"lis", 11}, MonthName{"dez", 12}, MonthName{"dic", 12},
    MonthName{"déc", 12}, MonthName{"des", 12}, MonthName{"gru", 12},
};

constexpr std::size_t longest = 14; // "september" and a full stop, with room for accents

} // namespace

int monthNumber(std::string_view name)
{
    if (name.empty() || name.size() > longest)
        return 0;
    const char first = lowerCase(name.front());
    for (const MonthName& known : names) {
        if (first == known.begins.front() && startsWithIgnoringCase(name, known.begins))
            return known.month;
    }
    return 0;
}

bool isMonthDay(int month, std::int64_t day)
{
    constexpr int leapYear = 2000;
    return day >= 1 && day <= 31 && isValid({leapYear, month, static_cast<int>(day)});
}

} // namespace whittle
