// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/windowsdhcprow.h"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "models/base/time.h"
#include "models/formats/clocktext.h"
#include "models/formats/text.h"

namespace whittle
{

namespace
{

constexpr int mostMonths = 12;

/// "01/05/09", "05.01.2009", "2009-01-05", as written.
struct DateText {
    std::array<int, 3> numbers{};
    char between = '/';
    bool yearFirst = false;

    bool isOpen() const { return between == '/' && !yearFirst; }
    CivilDate date(DateOrder order) const;
};

bool readDate(std::string_view text, DateText& date)
{
    for (std::size_t i = 0; i < date.numbers.size(); ++i) {
        const std::size_t before = text.size();
        const auto number = text::takeNumber(text);
        const std::size_t digits = before - text.size();
        if (!number || digits > 4 || digits == 3)
            return false;
        date.yearFirst = date.yearFirst || (i == 0 && digits == 4);
        date.numbers[i] = static_cast<int>(*number);
        if (i == 2)
            break;
        if (text.empty()
            || (i == 0 ? std::string_view("/.-").find(text.front()) == text.npos
                       : text.front() != date.between))
            return false;
        date.between = text.front();
        text.remove_prefix(1);
    }
    return text.empty();
}

CivilDate DateText::date(DateOrder order) const
{
    auto [first, second, year] = numbers;
    if (yearFirst)
        return {first, second, year};
    year += year < 100 ? 2000 : 0;
    const bool dayFirst = between != '/' || order == DateOrder::DayFirst;
    return dayFirst ? CivilDate{year, second, first} : CivilDate{year, first, second};
}

/// "10,01/05/09,09:27:21,": `rest` loses it.
bool takeFront(std::string_view& rest, std::string_view& written, DateText& date, std::string_view& clock)
{
    const auto id = text::takeNumber(rest);
    if (!id || !text::take(rest, ","))
        return false;
    const std::string_view day = text::until(rest, ",");
    clock = text::until(rest.substr(std::min(day.size() + 1, rest.size())), ",");
    written = rest.substr(0, day.size() + 1 + clock.size());
    if (rest.size() <= written.size() || !isClockShaped(clock) || clock.size() != 8 || !readDate(day, date))
        return false;
    rest.remove_prefix(written.size() + 1);
    return true;
}

/// Counts what speaks for an order in one row after the other.
class OrderVotes
{
public:
    void add(const DateText& date);
    DateOrder order() const;

private:
    bool m_monthFirst = false; ///< proven
    bool m_dayFirst = false;
    std::array<std::int64_t, 2> m_way{}; ///< days from row to row, by order
    std::array<std::int64_t, 2> m_last{};
    bool m_any = false;
};

void OrderVotes::add(const DateText& date)
{
    if (!date.isOpen())
        return;
    m_dayFirst = m_dayFirst || date.numbers[0] > mostMonths;
    m_monthFirst = m_monthFirst || date.numbers[1] > mostMonths;
    for (const DateOrder order : {DateOrder::MonthFirst, DateOrder::DayFirst}) {
        const CivilDate day = date.date(order);
        if (!isValid(day))
            return;
        const auto at = static_cast<std::size_t>(order);
        const std::int64_t days = daysFromCivil(day);
        m_way[at] += m_any ? std::abs(days - m_last[at]) : 0;
        m_last[at] = days;
    }
    m_any = true;
}

DateOrder OrderVotes::order() const
{
    const bool dayFirst = m_dayFirst != m_monthFirst ? m_dayFirst : m_way[1] < m_way[0];
    return dayFirst ? DateOrder::DayFirst : DateOrder::MonthFirst;
}

} // namespace

bool WindowsDhcpRow::read(std::string_view line, DateOrder order, WindowsDhcpRow& row)
{
    DateText date;
    std::string_view clock;
    std::string_view written;
    if (!takeFront(line, written, date, clock))
        return false;
    const CivilDate day = date.date(order);
    const std::int64_t seconds = secondsOfDay(clock);
    row.time = Stamp{day.year, day.month, day.day, seconds < 0 ? -1 : seconds * nsPerSecond};
    row.time.written = written;
    return true;
}

DateOrder WindowsDhcpRow::orderIn(Bytes head)
{
    OrderVotes votes;
    std::string_view rest = asText(head);
    while (!rest.empty()) {
        std::string_view line = text::until(rest, "\r\n");
        rest.remove_prefix(std::min(line.size() + 1, rest.size()));
        DateText date;
        std::string_view clock;
        std::string_view written;
        line = text::trimmed(line);
        if (takeFront(line, written, date, clock))
            votes.add(date);
    }
    return votes.order();
}

bool isWindowsDhcpTitle(std::string_view line)
{
    return line.find("Microsoft") != line.npos && line.find("DHCP") != line.npos
        && line.find_first_of("[:,") == line.npos;
}

bool isWindowsDhcpHeading(std::string_view line)
{
    constexpr int fewestCommas = 5;
    line = text::trimmed(line);
    const std::string_view first = text::until(line, ", ");
    const bool isWord = !first.empty() && first.find_first_of("0123456789:/[") == first.npos;
    return isWord && line.find("IP") != line.npos && line.find(" - ") == line.npos
        && (std::ranges::count(line, ',') >= fewestCommas || line.starts_with("ID Date"));
}

} // namespace whittle
