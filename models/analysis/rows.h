// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

#include "models/base/address.h"
#include "models/base/place.h"
#include "models/base/sourceclock.h"
#include "models/events/casespan.h"
#include "models/store/database.h"

namespace whittle
{

/// The last value of an enumeration that is stored as its number.
template <typename Enum>
constexpr Enum lastOf = Enum{};

template <typename T>
constexpr bool isDuration = false;
template <typename Rep, typename Period>
constexpr bool isDuration<std::chrono::duration<Rep, Period>> = true;

/// Binds values to the columns of one row, from the first on. An event takes three columns, an
/// endpoint two, the correction of a clock seven, anything else one.
class RowWriter
{
public:
    explicit RowWriter(Statement statement)
        : m_statement(std::move(statement))
    {
    }

    template <typename... Values>
    Result<void> write(const Values&... values)
    {
        m_column = 0;
        m_texts.clear();
        (put(values), ...);
        return m_statement.run();
    }

private:
    template <typename T>
    void put(const T& value)
    {
        if constexpr (std::is_same_v<T, double>)
            m_statement.bind(++m_column, value);
        else if constexpr (isDuration<T>)
            m_statement.bind(++m_column, static_cast<std::int64_t>(value.count()));
        else
            m_statement.bind(++m_column, static_cast<std::int64_t>(value));
    }
    template <typename T>
    void put(const std::optional<T>& value)
    {
        if (value)
            put(*value);
        else
            putNull(1);
    }
    void put(const std::optional<EventRef>& ref);
    void put(const std::optional<SourceClock::Correction>& correction);
    void put(const EventRef& ref);
    void put(CaseTime time) { put(time.nsUtc); }
    void put(SourceTime time) { put(time.ns); }
    void put(const std::string& text);
    void put(const IpAddress& address) { put(toText(address)); }
    void put(const Endpoint& end);
    void put(const Mac& mac) { put(toText(mac)); }
    void put(const std::vector<std::string>& texts);
    void put(const std::vector<IpAddress>& addresses);
    void put(const std::vector<SourceId>& sources);
    void put(const std::vector<CaseSpan>& spans);
    void put(const std::map<std::string, std::string>& parameters);
    void putNull(int columns);

    Statement m_statement;
    int m_column = 0;
    std::deque<std::string> m_texts; ///< what is bound, until the row is written
};

/// Takes the columns of rows into values, as RowWriter put them there. Believes nothing: a value that no
/// RowWriter writes, or an event of a source that is not there, makes the rows unsound.
class RowReader
{
public:
    /// `units`: how the sources of the case are counted.
    RowReader(Result<Statement> statement, const std::map<SourceId, PlaceUnit>& units);

    /// The next row; false after the last one, and when something is wrong (isSound()).
    template <typename... Values>
    bool read(Values&... values)
    {
        if (!step())
            return false;
        m_column = 0;
        (take(values), ...);
        m_rows += m_sound;
        return m_sound;
    }
    bool isSound() const { return m_sound; }
    std::int64_t rows() const { return m_rows; }

private:
    bool step();

    template <typename T>
    void take(T& value)
    {
        const std::int64_t number = m_statement.integer(m_column);
        require(!m_statement.isNull(m_column++));
        if constexpr (std::is_enum_v<T> && !std::is_same_v<T, SourceId>)
            require(number >= 0 && number <= static_cast<std::int64_t>(lastOf<T>));
        value = static_cast<T>(number);
    }
    template <typename T>
    void take(std::optional<T>& value)
    {
        value.reset();
        if (m_statement.isNull(m_column))
            ++m_column;
        else
            take(value.emplace());
    }
    void take(std::optional<EventRef>& ref);
    void take(std::optional<SourceClock::Correction>& correction);
    void take(EventRef& ref);
    void take(double& value);
    void take(CaseTime& time) { take(time.nsUtc); }
    void take(SourceTime& time) { take(time.ns); }
    void take(std::string& text);
    void take(IpAddress& address);
    void take(Endpoint& end);
    void take(Mac& mac);
    void take(std::vector<std::string>& texts);
    void take(std::vector<IpAddress>& addresses);
    void take(std::vector<SourceId>& sources);
    void take(std::vector<CaseSpan>& spans);
    void take(std::map<std::string, std::string>& parameters);
    void require(bool holds) { m_sound = m_sound && holds; }

    Statement m_statement;
    const std::map<SourceId, PlaceUnit>& m_units;
    int m_column = 0;
    std::int64_t m_rows = 0;
    bool m_sound = true;
};

} // namespace whittle
