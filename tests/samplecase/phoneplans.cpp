// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/samplecase/site.h"
#include "tests/samplecase/story.h"

namespace samplecase
{

namespace
{

struct Model {
    const char* name;
    std::uint32_t deviceType;
    const char* load;
};
constexpr Model cp7961{"CP-7961G", 30018, "SCCP41.8-4-2S"};
constexpr Model cp7941{"CP-7941G", 115, "SCCP41.8-4-2S"};
constexpr Model cp7971{"CP-7971G-GE", 119, "SCCP70.8-4-2S"};
constexpr Model cp7911{"CP-7911G", 307, "SCCP11.8-4-2S"};

PhonePlan plan(const Mac& mac, const Model& model, int number, Ipv4 address, Moment firstRenewal,
               std::int64_t ppm)
{
    PhonePlan p{};
    p.mac = mac;
    p.model = model.name;
    p.deviceType = model.deviceType;
    p.load = model.load;
    p.number = number;
    p.switchPort = number % 100 + 10;
    p.address = address;
    p.firstRenewal = firstRenewal;
    p.driftPpm = ppm;
    return p;
}

PhonePlan refused(PhonePlan p, bool moves)
{
    p.refused = true;
    p.moves = moves;
    return p;
}

PhonePlan restarted(PhonePlan p, Moment at)
{
    p.restartAt = at;
    return p;
}

} // namespace

std::vector<PhonePlan> phonePlans()
{
    using site::begin;
    // the console shows 08:11:10 local time when this phone asks for the first time
    const Moment consoleAsks = site::consoleClock.truth(moment(2009, 2, 28, 14h + 11min + 10s + 846ms));
    const Moment restartTime = moment(2009, 3, 2, 16h + 42min + 37s + 218ms);
    return {
        refused(
            plan({0x00, 0x1e, 0x7a, 0x24, 0x42, 0x9a}, cp7961, 4101, ip(10, 2, 20, 131), consoleAsks, -20),
            false),
        refused(plan({0x00, 0x1e, 0x7a, 0x24, 0x3f, 0x06}, cp7961, 4102, ip(10, 2, 20, 134),
                     begin + 3h + 24min + 51s, 31),
                true),
        refused(plan({0x00, 0x1e, 0x7a, 0x25, 0x90, 0xd3}, cp7941, 4103, ip(10, 2, 20, 136),
                     begin + 9h + 43min + 8s, -7),
                false),
        refused(plan({0x00, 0x1e, 0xf7, 0x0b, 0x61, 0x5c}, cp7971, 4104, ip(10, 2, 20, 139),
                     begin + 17h + 12min + 33s, 14),
                true),
        refused(plan({0x00, 0x1e, 0x7a, 0x24, 0x44, 0xe1}, cp7911, 4105, ip(10, 2, 20, 142),
                     begin + 26h + 55min + 19s, 4),
                false),
        plan({0x00, 0x1e, 0x7a, 0x25, 0x91, 0x2f}, cp7941, 4106, ip(10, 2, 20, 21), begin + 6h + 8min + 2s,
             -12),
        restarted(plan({0x00, 0x1e, 0xf7, 0x0b, 0x5a, 0x88}, cp7961, 4107, ip(10, 2, 20, 22),
                       begin + 14h + 49min + 40s, 22),
                  restartTime),
        plan({0x00, 0x1e, 0x7a, 0x24, 0x40, 0x7d}, cp7911, 4108, ip(10, 2, 20, 24), begin + 30h + 31min + 57s,
             9),
    };
}

} // namespace samplecase
