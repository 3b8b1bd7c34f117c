// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/samplecase/evidence.h"
#include "tests/samplecase/site.h"
#include "tests/samplecase/story.h"
#include "tests/samplecase/text.h"

#include <algorithm>

namespace samplecase
{

namespace
{

std::string quoted(const std::string& text)
{
    return '"' + text + '"';
}

/// One member of an object, on a line of its own.
std::string member(int depth, const std::string& name, const std::string& json, bool last = false)
{
    return std::string(std::size_t(depth) * 2, ' ') + quoted(name) + ": " + json + (last ? "\n" : ",\n");
}

/// To the microsecond; no clock of the story is behind.
std::string seconds(Duration duration)
{
    return std::to_string(duration / 1s) + '.' + padded(duration % 1s / 1us, 6);
}

std::string clockJson(const SourceClock& clock)
{
    return "{\"offset_s\": " + seconds(clock.offset())
        + ", \"drift_ppm\": " + std::to_string(clock.driftPpm())
        + ", \"reference_utc\": " + quoted(isoUtc(clock.reference())) + '}';
}

std::string countsJson(const std::map<std::string, int>& counts)
{
    std::string text;
    for (const auto& [kind, count] : counts)
        text += (text.empty() ? "" : ", ") + quoted(kind) + ": " + std::to_string(count);
    return '{' + text + '}';
}

std::string sourceJson(const SourceClock& clock, const std::string& name, const Record& record,
                       const std::string& file, const std::string& more = {})
{
    const auto counts = record.counts.find(file);
    return "{\n" + member(3, "clock", clockJson(clock)) + member(3, "clock_name", quoted(name)) + more
        + member(3, "counts",
                 countsJson(counts == record.counts.end() ? std::map<std::string, int>{} : counts->second),
                 true)
        + "    }";
}

std::string seenJson(const Record& record)
{
    const auto [first, last] = std::ranges::minmax(record.frames, {}, &Frame::at);
    return "{\"first\": " + quoted(isoUtc(first.at)) + ", \"last\": " + quoted(isoUtc(last.at))
        + ", \"packets\": " + std::to_string(record.frames.size()) + ", \"dhcp_servers\": ["
        + quoted(dotted(site::dhcpServer)) + "]}";
}

std::string sourcesJson(const Record& record)
{
    const auto capture =
        member(
            3, "capture",
            "{\"place\": \"dc\", \"snaplen\": 65535, \"vlan_tag\": false, \"duplicates\": 0.0, \"filter\": "
            "\"DHCP, TFTP, NTP, SCCP; of TCP only SYN, FIN, RST and segments with data\"}")
        + member(3, "seen", seenJson(record));
    return "{\n"
        + member(2, site::consoleFile,
                 sourceJson(site::consoleClock, "phone:SEP001E7A24429A", record, site::consoleFile))
        + member(2, site::traceFile,
                 sourceJson(site::subscriberClock, "node:cucm-sub", record, site::traceFile))
        + member(2, site::statusFile,
                 sourceJson(site::publisherClock, "node:cucm-pub", record, site::statusFile))
        + member(2, site::captureFile,
                 sourceJson(site::captureClock, "span-dc1", record, site::captureFile, capture), true)
        + "  }";
}

std::string incidentJson(const Incident& incident)
{
    return "    {\"t\": " + quoted(isoUtc(incident.at)) + ", \"device\": " + quoted(incident.device)
        + ", \"kind\": " + quoted(incident.kind) + ", \"why\": " + quoted(incident.why)
        + (incident.distractor ? ", \"distractor\": true}" : "}");
}

std::string incidentsJson(std::vector<Incident> incidents)
{
    std::ranges::stable_sort(incidents, {}, &Incident::at);
    std::string text;
    for (const auto& incident : incidents)
        text += (text.empty() ? "" : ",\n") + incidentJson(incident);
    return "[\n" + text + "\n  ]";
}

std::string affectedJson()
{
    std::string text;
    for (const auto& plan : phonePlans()) {
        if (plan.refused)
            text += (text.empty() ? "" : ", ") + quoted(deviceName(plan.mac));
    }
    return '[' + text + ']';
}

std::string answersJson()
{
    return "{\"all_users\": false, \"all_phones\": false, \"same_office\": true, \"one_subnet\": true, "
           "\"periodic\": "
           "true, \"period_hours\": 36.0, \"lease_hours\": 72.0, \"phone_reboots\": true, "
           "\"ip_address_changes\": "
           "true, \"vpn\": false, \"user_pressed_reset\": false}";
}

std::string notesJson()
{
    return "{\"lease_s\": 259200, \"keepalive_s\": 600, \"stale_connection\": \"the phone cannot close its "
           "old "
           "connection; CallManager drops it with reason 13 after three missed keepalives\"}";
}

} // namespace

std::string truthText(const Record& record)
{
    return "{\n" + member(1, "schema", quoted("whittle-case-truth-1"))
        + member(1, "case", quoted("warehouse")) + member(1, "cause", quoted("dhcp.nak"))
        + member(1, "also_causes", "[]") + member(1, "also_acceptable", "[\"dhcp.half-life\"]")
        + member(1, "component", quoted("dhcp")) + member(1, "symptom", quoted("phone-resets"))
        + member(1, "hard", "false") + member(1, "era", quoted("old"))
        + member(1, "complaint",
                 quoted("Warehouse: some phones reset by themselves, day and night. Others never do."))
        + member(1, "affected_devices", affectedJson())
        + member(1, "incidents", incidentsJson(record.incidents))
        + member(1, "incidents_total", std::to_string(record.incidents.size()))
        + member(1, "distractors", "[\"admin restart of one healthy phone\"]")
        + member(1, "sources", sourcesJson(record)) + member(1, "answers", answersJson())
        + member(1, "answers_wrong", "[]") + member(1, "notes", notesJson(), true) + "}\n";
}

} // namespace samplecase
