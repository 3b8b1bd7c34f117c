// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <queue>
#include <vector>

#include "tests/benchmarks/load.h"
#include "tests/benchmarks/wire.h"

namespace whittle::benchmark
{

/// A capture of one site: phones with SCCP, every fifth with SIP and NTP, two CallManagers, DHCP. Phones are
/// reset, restarted, lose their keepalives, their CallManager or their address. `mixed` adds calls (RTP) and
/// web traffic, so that about one frame in twenty is signalling; otherwise all are.
class CaptureLoad : public Load
{
public:
    struct Shape {
        bool mixed = false;
        std::uint64_t bytes = 0;
        std::uint32_t phones = 1000;
        std::uint64_t seed = 1;
    };
    explicit CaptureLoad(const Shape& shape);
    bool more(std::string& out) override;

private:
    struct Phone {
        Side side{};
        std::string name{};
        std::uint32_t sequence = 0; ///< of the phone's next byte, and of its CallManager's
        std::uint32_t managerSequence = 0;
        std::uint32_t session = 0; ///< what was planned for an earlier one does not happen
        std::uint32_t transaction = 0;
        std::uint32_t cseq = 1;
        unsigned manager = 0;
        bool sip = false;
        bool up = true;
        const char* last = "Initialized"; ///< why it registers anew
    };
    using Step = void (CaptureLoad::*)(std::uint32_t who, std::uint32_t argument);
    struct Planned {
        std::uint64_t time; ///< µs
        std::uint64_t number;
        Step step;
        std::uint32_t who;
        std::uint32_t argument;
        std::uint32_t session;
        bool operator<(const Planned& other) const
        {
            return time != other.time ? time > other.time : number > other.number;
        }
    };
    static constexpr std::uint32_t anySession = UINT32_MAX;

    void plan(std::uint64_t in, Step step, std::uint32_t who, std::uint32_t argument = 0);
    void planAnyway(std::uint64_t in, Step step, std::uint32_t who, std::uint32_t argument = 0);
    void planNoise();
    void reconnect(std::uint32_t who, std::uint64_t in, const char* last);
    Side managerOf(const Phone& phone, std::uint16_t port) const;

    void tcp(Phone& phone, bool fromPhone, std::uint8_t flags, std::string_view payload = {});
    void sccp(Phone& phone, bool fromPhone, std::uint32_t id, const char* kind, std::string_view body = {});
    void dhcp(Phone& phone, std::uint8_t type, bool broadcast, const char* kind);
    void sip(Phone& phone, int status);
    void ntp(std::uint32_t who, bool asks);

    void keepalive(std::uint32_t who, std::uint32_t);
    void keepaliveAck(std::uint32_t who, std::uint32_t);
    void unanswered(std::uint32_t who, std::uint32_t);
    void acknowledge(std::uint32_t who, std::uint32_t byManager);
    void syn(std::uint32_t who, std::uint32_t);
    void synAck(std::uint32_t who, std::uint32_t);
    void alarm(std::uint32_t who, std::uint32_t);
    void registers(std::uint32_t who, std::uint32_t);
    void registerAck(std::uint32_t who, std::uint32_t);
    void capabilities(std::uint32_t who, std::uint32_t);
    void capabilitiesRes(std::uint32_t who, std::uint32_t);
    void unregister(std::uint32_t who, std::uint32_t type);
    void unregisterAck(std::uint32_t who, std::uint32_t type);
    void closes(std::uint32_t who, std::uint32_t type);
    void closed(std::uint32_t who, std::uint32_t type);
    void resets(std::uint32_t who, std::uint32_t);
    void fails(std::uint32_t who, std::uint32_t);
    void switchFails(std::uint32_t, std::uint32_t);
    void renews(std::uint32_t who, std::uint32_t);
    void isRenewed(std::uint32_t who, std::uint32_t);
    void discovers(std::uint32_t who, std::uint32_t);
    void isOffered(std::uint32_t who, std::uint32_t);
    void requests(std::uint32_t who, std::uint32_t);
    void isBound(std::uint32_t who, std::uint32_t);
    void asksTime(std::uint32_t who, std::uint32_t);
    void isToldTime(std::uint32_t who, std::uint32_t);
    void registersBySip(std::uint32_t who, std::uint32_t authorised);
    void isTrying(std::uint32_t who, std::uint32_t);
    void isAnswered(std::uint32_t who, std::uint32_t authorised);
    void speaks(std::uint32_t call, std::uint32_t number);
    void browses(std::uint32_t client, std::uint32_t sequence);

    Shape m_shape;
    Random m_random;
    Wire m_voice{0x6000 | 110};
    Wire m_data{120};
    std::vector<Phone> m_phones;
    std::priority_queue<Planned> m_planned;
    std::uint64_t m_number = 0;
    std::uint64_t m_now = 0; ///< µs since 1970
    std::uint64_t m_written = 0;
    std::string m_payload;
    std::string* m_out = nullptr;
};

} // namespace whittle::benchmark
