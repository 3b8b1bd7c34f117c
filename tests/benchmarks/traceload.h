// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <queue>
#include <vector>

#include "tests/benchmarks/load.h"

namespace whittle::benchmark
{

/// A CallManager trace (SDI): three lines in ten are about the registration of phones, the others about
/// calls. Every phone sends a keepalive each 30 s; now and then one is reset, restarted or lost, and comes
/// back.
class TraceLoad : public Load
{
public:
    struct Shape {
        std::uint64_t bytes = 0;
        std::uint32_t phones = 1000;
        std::uint64_t seed = 1;
    };
    explicit TraceLoad(const Shape& shape);
    bool more(std::string& out) override;

private:
    struct Phone {
        std::uint32_t handle = 0;
        bool down = false;
        const char* last = "Initialized";
    };
    using Step = void (TraceLoad::*)(std::uint32_t who);
    struct Planned {
        std::uint64_t time; ///< ms
        std::uint64_t number;
        Step step;
        std::uint32_t who;
        bool operator<(const Planned& other) const
        {
            return time != other.time ? time > other.time : number > other.number;
        }
    };

    void plan(std::uint64_t in, Step step, std::uint32_t who);
    void keepalive(std::uint32_t who);
    void keepaliveAck(std::uint32_t who);
    void alarm(std::uint32_t who);
    void registers(std::uint32_t who);
    void registerAck(std::uint32_t who);
    void fails(std::uint32_t who);
    void call();
    void line(std::uint32_t who, const char* text);
    template <typename... Values>
    void registration(std::uint32_t who, const char* format, const Values&... values);
    void stamp();

    Shape m_shape;
    Random m_random;
    std::vector<Phone> m_phones;
    std::priority_queue<Planned> m_planned;
    std::uint64_t m_number = 0;
    std::uint64_t m_now = 0; ///< ms since 08:00 on 27 February 2009
    std::uint64_t m_written = 0;
    std::uint64_t m_lines = 0;
    unsigned m_owed = 0; ///< thirds of lines about calls
    std::uint64_t m_stampOf = UINT64_MAX;
    std::string m_stamp;
    std::string* m_out = nullptr;
};

} // namespace whittle::benchmark
