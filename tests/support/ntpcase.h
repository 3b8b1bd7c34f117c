// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "tests/support/casebuilder.h"

/// Cases about NTP made by hand: outputs of `utils ntp status`, polls, logs, what a site says. Header-only.
namespace whittle::test
{

inline std::string ntpStamp(double seconds)
{
    const auto whole = static_cast<std::uint64_t>(seconds);
    const auto fraction =
        static_cast<std::uint64_t>(std::llround((seconds - static_cast<double>(whole)) * 4294967296.0));
    return QStringLiteral("0x%1").arg(whole << 32 | fraction, 16, 16, QLatin1Char('0')).toStdString();
}

/// What the server of a poll answers; times in s.
struct NtpAnswer {
    std::string state = "leap=0;stratum=2;refid=172.20.1.1";
    double offset = 0;
    double dispersion = 0.01;
    int precision = -20;
    bool comes = true;
};

class NtpCase : public CaseBuilder
{
public:
    SourceId text(const std::string& path, const std::string& format, double from = 0, double to = 3600)
    {
        const SourceId source = trace(path, from, to);
        sourceRow(source).format = format;
        return source;
    }

    /// "* 127.127.1.0 127.127.1.0 10 l 4 64 377 0.004": tally, remote, refid, stratum, type, when, poll,
    /// reach, offset in ms.
    void status(const std::string& path, double at, const std::vector<std::string>& rows,
                const std::string& system = "synchronised=yes;running=yes;pid=1")
    {
        const SourceId source = text(path, "ntp-status", at, at);
        for (const std::string& row : rows)
            event(source, at, {.kind = "ntp.peer-status", .fields = rowFields(row)});
        event(source, at, {.kind = "ntp.system-status", .fields = system});
    }

    /// Every 64 s from `from` to `to`.
    void polls(SourceId source, double from, double to, const std::string& client, const std::string& server,
               const NtpAnswer& answer, const std::string& clientState = {})
    {
        constexpr double era = 3'444'731'200.0; // an NTP second of 2009, exact in binary
        for (double at = from; at <= to; at += 64) {
            const double t1 = era + at, t2 = t1 + answer.offset;
            const std::string state = clientState.empty() ? "" : clientState + ";";
            event(source, at,
                  {"ntp.client", "", client + ":123", server + ":123",
                   "version=4;" + state + "transmit=" + ntpStamp(t1)});
            if (answer.comes)
                event(source, at + 0.01,
                      {"ntp.server", "", server + ":123", client + ":123",
                       "version=4;" + answer.state + ";precision=" + std::to_string(answer.precision)
                           + ";root-delay-s=0.010000;root-dispersion-s=" + std::to_string(answer.dispersion)
                           + ";originate=" + ntpStamp(t1) + ";receive=" + ntpStamp(t2 + 0.005)
                           + ";transmit=" + ntpStamp(t2 + 0.005)});
        }
    }

    void log(const std::string& path, double at, const std::string& fields)
    {
        event(text(path, "ntp-log", at, at), at, {.kind = "ntp.log", .fields = fields});
    }

    /// "site.node" with "role=pub;ip=10.2.1.10", … of one description.
    void site(const std::vector<std::pair<std::string, std::string>>& members)
    {
        const SourceId source = text("site.json", "site");
        for (const auto& [kind, fields] : members)
            event(source, 0, {.kind = "site." + kind, .fields = fields});
    }

    void registry(const std::string& enabled, const std::string& type, const std::string& flags,
                  const std::string& dispersion)
    {
        const std::string root = "HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\W32Time\\";
        const SourceId source = text("w32time.reg", "windows-registry");
        const auto add = [&](const std::string& key, const std::string& name, const std::string& value) {
            event(source, 0,
                  {.kind = "registry.value",
                   .fields = "name=" + name + ";value=" + value + ";key=" + root + key});
        };
        add("TimeProviders\\NtpServer", "Enabled", enabled);
        add("Parameters", "Type", type);
        add("Config", "AnnounceFlags", flags);
        add("Config", "LocalClockDispersion", dispersion);
    }

private:
    static std::string rowFields(const std::string& row)
    {
        const QStringList words = QString::fromStdString(row).split(QLatin1Char(' '));
        const std::string tally = words[0] == QLatin1String("*") ? "system-peer"
            : words[0] == QLatin1String("+")                     ? "candidate"
            : words[0] == QLatin1String("x")                     ? "falseticker"
                                                                 : "rejected";
        const auto word = [&](int i) { return words[i].toStdString(); };
        return "tally=" + tally + ";remote=" + word(1) + ";refid=" + word(2) + ";stratum=" + word(3)
            + ";type=" + word(4) + (word(5) == "-" ? "" : ";when-s=" + word(5)) + ";poll-s=" + word(6)
            + ";reach=" + word(7) + ";delay-ms=0.500;offset-ms=" + word(8) + ";jitter-ms=0.3";
    }
};

} // namespace whittle::test
