// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/report/pagestrip.h"

namespace whittle
{
namespace
{

double heightOf(const std::vector<Strip>& strips)
{
    double height = 0;
    for (const Strip& strip : strips)
        height += strip.before + strip.height;
    return height;
}

class Paginator
{
public:
    Paginator(const std::vector<Strip>& strips, double pageHeight)
        : m_strips(strips)
        , m_pageHeight(pageHeight)
    {
    }

    std::vector<StripPage> run()
    {
        for (std::size_t first = 0; first < m_strips.size();) {
            const std::size_t end = endOfGroup(first);
            placeGroup(first, end);
            first = end;
        }
        return std::move(m_pages);
    }

private:
    std::size_t endOfGroup(std::size_t first) const
    {
        std::size_t last = first;
        while (last + 1 < m_strips.size() && m_strips[last].keepWithNext)
            ++last;
        return last + 1;
    }

    /// Height of the strips from `first` up to `end`, when the first stands at the top of a page or not.
    double groupHeight(std::size_t first, std::size_t end, bool atTop) const
    {
        double height = atTop ? repeatedHeight(m_strips[first]) - m_strips[first].before : 0;
        for (std::size_t i = first; i < end; ++i)
            height += m_strips[i].before + m_strips[i].height;
        return height;
    }

    static double repeatedHeight(const Strip& strip)
    {
        return strip.repeated ? heightOf(*strip.repeated) : 0;
    }
    bool atTop() const { return m_pages.empty() || m_pages.back().empty(); }
    bool fits(double height) const { return m_y + height <= m_pageHeight + 0.01; }

    void startPage()
    {
        m_pages.emplace_back();
        m_y = 0;
    }

    void placeGroup(std::size_t first, std::size_t end)
    {
        if (m_pages.empty() || (m_strips[first].startsPage && !atTop()))
            startPage();
        const bool fitsOnePage = groupHeight(first, end, true) <= m_pageHeight;
        if (!atTop() && fitsOnePage && !fits(groupHeight(first, end, false)))
            startPage();
        for (std::size_t i = first; i < end; ++i)
            place(m_strips[i]);
    }

    void place(const Strip& strip)
    {
        if (!atTop() && !fits(strip.before + strip.height))
            startPage();
        if (atTop() && strip.repeated) {
            for (const Strip& header : *strip.repeated)
                append(header);
        }
        append(strip);
    }

    void append(const Strip& strip)
    {
        m_y += atTop() ? 0 : strip.before;
        m_pages.back().push_back({&strip, m_y});
        m_y += strip.height;
    }

    const std::vector<Strip>& m_strips;
    double m_pageHeight;
    double m_y = 0;
    std::vector<StripPage> m_pages;
};

} // namespace

std::vector<StripPage> paginate(const std::vector<Strip>& strips, double pageHeight)
{
    return Paginator(strips, pageHeight).run();
}

} // namespace whittle
