// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "tests/support/ntpcase.h"

/// What NTP looks like, in order and out of it, and what evidence proves of it. Header-only.
namespace whittle::test::ntp
{

inline const std::string pub = "10.2.1.10", sub = "10.2.1.11", sub2 = "10.2.1.12";
inline const std::string source = "172.20.8.10", other = "172.20.8.11", third = "172.20.8.12";
inline const std::string ownFollowed = "* 127.127.1.0 127.127.1.0 10 l 4 64 377 0.000";
inline const std::string ownIdle = "- 127.127.1.0 .LOCL. 10 l 4 64 377 0.000";
inline const std::string init = "leap=3;stratum=0;refid=INIT;kiss=INIT";
inline const std::string onOwnClock = "leap=0;stratum=11;refid=127.127.1.0";
inline const std::string unsynchronised = "synchronised=no;running=yes;pid=1";
inline const NtpAnswer silence{.comes = false};
inline constexpr double halfAnHour = 1800;

struct Scene {
    const char* name;
    std::function<void(NtpCase&)> make;
    std::string proven; ///< the checks that say yes and prove, "" for none
    std::string hint; ///< one that says yes besides; "" for none that matters
    std::string first{}; ///< the suspect that comes first, where none is proven
};

/// A capture beside the publisher, which subscribers ask, too.
inline SourceId besidePublisher(NtpCase& made, const NtpAnswer& ofPublisher = {}, double to = halfAnHour)
{
    const SourceId capture = made.capture("ntp.pcap", 0, to + 30);
    made.polls(capture, 3, to, sub, pub, ofPublisher);
    made.polls(capture, 5, to, sub2, pub, ofPublisher);
    return capture;
}

inline void asksOnce(NtpCase& made, const NtpAnswer& answer, double to = halfAnHour)
{
    made.polls(besidePublisher(made, {.state = onOwnClock}, to), 1, to, pub, source, answer);
}

inline void roles(NtpCase& made, const std::string& kind = "")
{
    std::vector<std::pair<std::string, std::string>> members{{"node", "role=pub;host=p;ip=" + pub},
                                                             {"node", "role=sub;host=s;ip=" + sub}};
    if (!kind.empty())
        members.emplace_back("ntp-source", "address=" + source + ";kind=" + kind);
    made.site(members);
}

inline const std::vector<Scene>& scenes()
{
    static const std::vector<Scene> all{
        // unreachable
        {"table: never heard",
         [](NtpCase& made) {
             made.status("pub", 0, {ownFollowed, "- 172.20.8.10 .INIT. 16 u - 64 0 0.000"});
         },
         "ntp-source-silent", "ntp-follows-own-clock"},
        {"table: heard long ago",
         [](NtpCase& made) {
             made.status("pub", 0, {ownFollowed, "- 172.20.8.10 172.20.1.1 2 u 3000 64 0 0.1"});
         },
         "ntp-source-silent", ""},
        {"table: just started",
         [](NtpCase& made) {
             made.status("pub", 0,
                         {"- 127.127.1.0 .LOCL. 10 l 4 64 3 0.000", "- 172.20.8.10 .INIT. 16 u - 64 0 0.000"},
                         unsynchronised);
         },
         "", "ntp-source-no-answer", "ntp.unreachable"},
        {"table: one of two",
         [](NtpCase& made) {
             made.status(
                 "pub", 0,
                 {"* 172.20.8.11 172.20.1.1 2 u 9 64 377 0.2", "- 172.20.8.10 .INIT. 16 u - 64 0 0.0"});
         },
         "ntp-source-silent", ""},
        {"packets: silence", [](NtpCase& made) { asksOnce(made, silence); }, "ntp-source-silent",
         "ntp-follows-own-clock"},
        {"packets: silence for three polls", [](NtpCase& made) { asksOnce(made, silence, 180); }, "",
         "ntp-source-no-answer", "ntp.unreachable"},
        {"packets: one poll lost",
         [](NtpCase& made) {
             const SourceId capture = besidePublisher(made);
             made.polls(capture, 1, 900, pub, source, {});
             made.polls(capture, 965, 965, pub, source, silence);
             made.polls(capture, 1029, halfAnHour, pub, source, {});
         },
         "", ""},
        {"a table of which nobody knows whose it is",
         [](NtpCase& made) { made.status("x", 0, {"- 10.9.9.9 .INIT. 16 u - 64 0 0.000"}, unsynchronised); },
         "", "ntp-source-no-answer", "ntp.unreachable"},
        // unsynchronised
        {"refid INIT", [](NtpCase& made) { asksOnce(made, {.state = init}); }, "ntp-source-unsynchronised",
         "ntp-follows-own-clock"},
        {"refid STEP",
         [](NtpCase& made) { asksOnce(made, {.state = "leap=3;stratum=0;refid=STEP;kiss=STEP"}); },
         "ntp-source-unsynchronised", ""},
        {"refid zero", [](NtpCase& made) { asksOnce(made, {.state = "leap=3;stratum=0;refid=0.0.0.0"}); },
         "ntp-source-unsynchronised", ""},
        {"refid of the lost source",
         [](NtpCase& made) { asksOnce(made, {.state = "leap=3;stratum=0;refid=172.20.1.1"}); },
         "ntp-source-unsynchronised", ""},
        {"stratum 16", [](NtpCase& made) { asksOnce(made, {.state = "leap=3;stratum=16;refid=INIT"}); },
         "ntp-source-unsynchronised", ""},
        {"precision of Windows",
         [](NtpCase& made) { asksOnce(made, {.state = "leap=3;stratum=0;refid=0.0.0.0", .precision = -6}); },
         "", "ntp-source-useless", "ntp.windows-source"},
        {"table alone",
         [](NtpCase& made) {
             made.status("pub", 0, {ownFollowed, "- 172.20.8.10 0.0.0.0 16 u 40 64 0 0.000"});
         },
         "", "ntp-source-useless", "ntp.unsynchronised"},
        {"table, and a site that knows the source",
         [](NtpCase& made) {
             made.status("pub", 0, {ownFollowed, "- 172.20.8.10 .STEP. 16 u 40 64 0 0.000"});
             roles(made, "router");
         },
         "ntp-source-unsynchronised", ""},
        {"old text, stratum 0 alone", [](NtpCase& made) { asksOnce(made, {.state = "stratum=0"}); }, "",
         "ntp-source-useless", "ntp.unsynchronised"},
        // kiss of death
        {"DENY", [](NtpCase& made) { asksOnce(made, {.state = "leap=3;stratum=0;refid=DENY;kiss=DENY"}); },
         "ntp-kiss-of-death", "ntp-follows-own-clock"},
        {"RSTR", [](NtpCase& made) { asksOnce(made, {.state = "leap=3;stratum=0;refid=RSTR;kiss=RSTR"}); },
         "ntp-kiss-of-death", ""},
        {"RATE", [](NtpCase& made) { asksOnce(made, {.state = "leap=3;stratum=0;refid=RATE;kiss=RATE"}); },
         "ntp-kiss-of-death", ""},
        {"table with a kiss",
         [](NtpCase& made) {
             made.status("pub", 0, {ownFollowed, "- 172.20.8.10 .RATE. 16 u 20 64 0 0.000"});
         },
         "ntp-kiss-of-death", ""},
        {"old text, and a table that tells the kiss",
         [](NtpCase& made) {
             asksOnce(made, {.state = "stratum=0"});
             made.status("pub", halfAnHour, {ownFollowed, "- 172.20.8.10 .DENY. 16 u 20 64 0 0.000"});
         },
         "ntp-kiss-of-death", ""},
        {"one RATE of a server that is followed",
         [](NtpCase& made) {
             const SourceId capture = besidePublisher(made);
             made.polls(capture, 1, 900, pub, source, {});
             made.polls(capture, 965, 965, pub, source, {.state = "leap=3;stratum=0;refid=RATE;kiss=RATE"});
             made.polls(capture, 1029, halfAnHour, pub, source, {});
         },
         "", ""},
        // stratum
        {"stratum 10", [](NtpCase& made) { asksOnce(made, {.state = "leap=0;stratum=10;refid=LOCL"}); },
         "ntp-stratum-too-high", "ntp-follows-own-clock"},
        {"stratum 15 in a table",
         [](NtpCase& made) {
             made.status("pub", 0, {ownFollowed, "- 172.20.8.10 172.20.1.1 15 u 20 64 377 10.0"});
         },
         "ntp-stratum-too-high", ""},
        {"a subscriber that follows a publisher on its own clock",
         [](NtpCase& made) {
             roles(made);
             made.status("sub", 0, {"* 10.2.1.10 127.127.1.0 11 u 20 64 377 0.1"});
         },
         "", "ntp-follows-own-clock"},
        // falseticker
        {"a row with an x",
         [](NtpCase& made) {
             made.status("pub", 0,
                         {"x 172.20.8.10 172.20.1.1 2 u 9 512 377 474.472",
                          "+ 172.20.8.11 172.20.1.2 3 u 9 512 377 -2.638",
                          "* 172.20.8.12 172.20.1.3 2 u 9 512 377 2.610"});
         },
         "ntp-falseticker", ""},
        {"three sources in packets",
         [](NtpCase& made) {
             const SourceId capture = besidePublisher(made, {});
             made.polls(capture, 1, halfAnHour, pub, source, {.offset = -59});
             made.polls(capture, 7, halfAnHour, pub, other, {.offset = 0.001});
             made.polls(capture, 9, halfAnHour, pub, third, {.offset = -0.002});
         },
         "ntp-falseticker", ""},
        {"two sources in packets: nobody can tell",
         [](NtpCase& made) {
             const SourceId capture = besidePublisher(made, {});
             made.polls(capture, 1, halfAnHour, pub, source, {.offset = -59});
             made.polls(capture, 7, halfAnHour, pub, other, {.offset = 0.001});
         },
         "", ""},
        {"apart while a clock is corrected",
         [](NtpCase& made) {
             made.status("pub", 0,
                         {"* 172.20.8.10 .GPS. 1 u 9 64 377 -75191.3",
                          "x 172.20.8.11 172.20.1.1 2 u 6 64 377 -75060.2"});
         },
         "ntp-large-offset", ""},
        // large offset
        {"a minute in a table",
         [](NtpCase& made) {
             made.status("pub", 0, {ownIdle, "* 172.20.8.10 .GPS. 1 u 9 64 377 60000.0"});
         },
         "ntp-large-offset", ""},
        {"75 s in packets", [](NtpCase& made) { asksOnce(made, {.offset = -75}); }, "ntp-large-offset", ""},
        {"ntpd gave up",
         [](NtpCase& made) {
             made.log("ntp.log", 100, "what=panic;offset-s=-4394;pid=7");
             made.status("pub", 900, {}, "running=no");
         },
         "ntp-large-offset", "ntp-daemon-stopped"},
        {"ntpd does not run, and nobody knows why",
         [](NtpCase& made) {
             made.status("pub", 900, {}, "running=no");
             made.status("sub", 900, {"- 10.2.1.10 .INIT. 16 u 1002 64 0 0.000"}, unsynchronised);
         },
         "", "ntp-daemon-stopped", "ntp.large-offset"},
        {"ntpd stops asking",
         [](NtpCase& made) {
             const SourceId capture = besidePublisher(made, silence);
             made.polls(capture, 1, 200, pub, source, {.state = "stratum=2"});
         },
         "", "ntp-daemon-stopped"},
        {"half a second",
         [](NtpCase& made) {
             made.status("pub", 0, {ownIdle, "* 172.20.8.10 .GPS. 1 u 9 64 377 500.0"});
         },
         "", ""},
        // settling
        {"reach 7, nobody followed",
         [](NtpCase& made) {
             made.status("pub", 0,
                         {"- 127.127.1.0 .LOCL. 10 l 4 64 7 0.000", "- 172.20.8.10 .GPS. 1 u 9 64 7 85.0"},
                         unsynchronised);
         },
         "ntp-settling", ""},
        {"a capture of the first minutes",
         [](NtpCase& made) {
             const SourceId capture = made.capture("ntp.pcap", 0, 300);
             made.polls(capture, 1, 200, pub, source, {}, init);
             made.polls(capture, 3, 200, sub, pub, {.state = init}, init);
         },
         "ntp-settling", ""},
        {"followed a while after the start",
         [](NtpCase& made) {
             made.log("ntp.log", 0, "what=start;pid=1");
             made.status("pub", 150,
                         {"- 127.127.1.0 .LOCL. 10 l 4 64 3 0.000", "- 172.20.8.10 .GPS. 1 u 9 64 3 85.0"},
                         unsynchronised);
             made.status("pub again", 900, {ownIdle, "* 172.20.8.10 .GPS. 1 u 9 64 377 160.0"});
         },
         "ntp-settling", ""},
        {"reach 377, nobody followed",
         [](NtpCase& made) {
             made.status("pub", 0, {ownIdle, "- 172.20.8.10 172.20.1.1 2 u 9 64 377 1.0"}, unsynchronised);
         },
         "", "ntp-source-ignored", "ntp.windows-source"},
        {"good for long",
         [](NtpCase& made) {
             made.log("ntp.log", -90'000, "what=start;pid=1");
             made.status("pub", 0, {ownIdle, "* 172.20.8.10 .GPS. 1 u 9 64 377 0.4"});
         },
         "", ""},
        // own clock
        {"a table without any source", [](NtpCase& made) { made.status("pub", 0, {ownFollowed}); },
         "ntp-own-clock-only", "ntp-follows-own-clock"},
        {"a good source that is not taken",
         [](NtpCase& made) {
             asksOnce(made, {});
             made.status("pub", halfAnHour, {ownFollowed, "- 172.20.8.10 172.20.1.1 2 u 9 64 377 1.0"});
         },
         "ntp-own-clock-only", ""},
        {"a source with too large a root distance",
         [](NtpCase& made) {
             asksOnce(made, {.dispersion = 10, .precision = -6});
             made.status("pub", halfAnHour, {ownFollowed, "- 172.20.8.10 172.20.1.1 2 u 9 64 377 1.0"});
         },
         "", "ntp-source-ignored", "ntp.windows-source"},
        // publisher first
        {"a subscriber waits for half an hour",
         [](NtpCase& made) {
             roles(made);
             made.polls(made.capture("sub.pcap", 0, 1900), 1, halfAnHour, sub, pub, {.state = init}, init);
         },
         "ntp-subscribers-wait", ""},
        {"a subscriber waits, by packets in text and its table",
         [](NtpCase& made) {
             roles(made);
             made.polls(made.capture("sub.txt", 0, 1900), 1, halfAnHour, sub, pub, {.state = "text=yes"});
             made.status("sub", halfAnHour, {"- 10.2.1.10 .INIT. 16 u 7 64 0 0.000"}, unsynchronised);
         },
         "ntp-subscribers-wait", ""},
        {"a subscriber waits for five minutes",
         [](NtpCase& made) {
             roles(made);
             made.polls(made.capture("sub.pcap", 0, 400), 1, 300, sub, pub, {.state = init}, init);
         },
         "", "ntp-publisher-not-ready", "ntp.publisher-first"},
        {"it waits, and the publisher shows why",
         [](NtpCase& made) {
             roles(made);
             const SourceId capture = made.capture("pub.pcap", 0, 1900);
             made.polls(capture, 1, halfAnHour, sub, pub, {.state = init}, init);
             made.polls(capture, 3, halfAnHour, pub, source, silence, init);
         },
         "ntp-source-silent", ""},
        // Windows
        {"settings of Windows, and no answer",
         [](NtpCase& made) {
             made.status("pub", 0, {ownFollowed, "- 172.20.8.10 .INIT. 16 u - 64 0 0.000"});
             made.registry("0", "NTP", "5", "0");
         },
         "windows-time-settings-wrong", ""},
        {"settings of Windows, and a dispersion of ten seconds",
         [](NtpCase& made) {
             asksOnce(made, {.dispersion = 10, .precision = -6});
             made.registry("1", "NTP", "5", "10");
         },
         "windows-time-settings-wrong", ""},
        {"settings of Windows, and a source that says it has no time",
         [](NtpCase& made) {
             asksOnce(made, {.state = "leap=3;stratum=0;refid=0.0.0.0", .precision = -6});
             made.registry("1", "NT5DS", "10", "0");
         },
         "windows-time-settings-wrong", ""},
        {"settings of a server that is no source",
         [](NtpCase& made) {
             made.status("pub", 0, {ownFollowed, "- 172.20.8.10 .INIT. 16 u - 64 0 0.000"});
             made.registry("0", "NTP", "5", "0");
             roles(made, "router");
         },
         "ntp-source-silent", ""},
        {"settings of a server from which nobody suffers",
         [](NtpCase& made) {
             made.status("pub", 0, {ownIdle, "* 172.20.8.10 172.20.1.1 3 u 9 64 377 0.4"});
             made.registry("1", "NT5DS", "10", "10");
         },
         "", ""},
        {"good settings",
         [](NtpCase& made) {
             made.status("pub", 0, {ownFollowed, "- 172.20.8.10 .INIT. 16 u - 64 0 0.000"});
             made.registry("1", "NTP", "5", "0");
         },
         "ntp-source-silent", ""},
        // others
        {"a phone that asks for the time is no node",
         [](NtpCase& made) {
             const SourceId capture = made.capture("phones.pcap", 0, 1900);
             made.registers(capture, 2, 20, 40'000);
             made.keepalives(capture, 30, 1800, 20, 40'000);
             made.polls(capture, 1, halfAnHour, "10.2.20.20", source, silence);
         },
         "", ""},
    };
    return all;
}

} // namespace whittle::test::ntp
