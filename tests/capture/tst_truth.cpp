// SPDX-License-Identifier: GPL-3.0-or-later
// Real captures against what an independent dissector (tshark 4.0.17) sees in them. The captures are not part
// of the repository: the folder is named by WHITTLE_SHARED, or lies beside the source folder as ../shared;
// without it, this skips.
#include <QTest>

#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include "recordingsink.h"

using namespace whittle;
using namespace whittle::test;
namespace fs = std::filesystem;

namespace
{

/// (frame, what) → how often.
using Counts = std::map<std::pair<std::uint64_t, std::string>, int>;

const std::map<std::string, std::vector<std::string>> columns{
    {"dhcp", {"dhcp.option.dhcp"}},   {"ntp", {"ntp.flags.mode"}},
    {"skinny", {"skinny.messageId"}}, {"sip", {"sip.Method", "sip.Status-Code"}},
    {"cdp", {"cdp.deviceid"}},        {"lldp", {"lldp.time_to_live"}},
};

const std::map<int, std::string> dhcpTypes{{1, "discover"}, {2, "offer"}, {3, "request"}, {4, "decline"},
                                           {5, "ack"},      {6, "nak"},   {7, "release"}, {8, "inform"}};
const std::map<int, std::string> ntpModes{{1, "symmetric-active"}, {2, "symmetric-passive"}, {3, "client"},
                                          {4, "server"},           {5, "broadcast"},         {6, "control"},
                                          {7, "private"}};

/// Where we differ on purpose, and why the standard is on our side. (File and protocol → reason.)
const std::map<std::string, std::string> disagreements{
    {"le_test012.pcapng dhcp",
     "frames 2 and 4 are cut in their options; option 53 is still there (RFC 2132 §9.6), and "
     "the dissector gives up at the cut before it shows it"},
};

fs::path sharedCaptures()
{
    if (const char* folder = std::getenv("WHITTLE_SHARED"))
        return fs::path(folder) / "captures";
    return fs::path(WHITTLE_SOURCE_DIR) / ".." / "shared" / "captures";
}

std::vector<std::string> split(const std::string& text, char separator)
{
    std::vector<std::string> parts;
    std::istringstream stream(text);
    for (std::string part; std::getline(stream, part, separator);)
        parts.push_back(part);
    return parts;
}

std::string hex4(const std::string& number)
{
    char text[16];
    std::snprintf(text, sizeof text, "0x%04lx", std::stoul(number, nullptr, 0));
    return text;
}

bool isEnumerated(const std::string& protocol)
{
    return protocol == "dhcp" || protocol == "ntp";
}

void count(Counts& counts, std::uint64_t frame, const std::string& protocol, const std::string& cell)
{
    if (!isEnumerated(protocol)) {
        for (const std::string& value : split(cell, ','))
            ++counts[{frame, protocol == "skinny" ? hex4(value) : value}];
        return;
    }
    const auto& names = protocol == "dhcp" ? dhcpTypes : ntpModes;
    const auto values = split(cell, ',');
    if (!values.empty() && names.contains(std::stoi(values.front())))
        ++counts[{frame, names.at(std::stoi(values.front()))}];
}

Counts readTruth(const fs::path& path, const std::string& protocol)
{
    std::ifstream file(path);
    std::string line;
    std::getline(file, line);
    const auto head = split(line, '\t');
    Counts counts;
    while (std::getline(file, line)) {
        const auto cells = split(line, '\t');
        for (const std::string& name : columns.at(protocol)) {
            const auto column =
                static_cast<std::size_t>(std::find(head.begin(), head.end(), name) - head.begin());
            if (cells.size() > column)
                count(counts, std::stoull(cells[0]), protocol, cells[column]);
        }
    }
    return counts;
}

/// What the truth says of an event like this.
std::string essence(const RecordedEvent& event, const std::string& protocol)
{
    if (isEnumerated(protocol))
        return event.kind.substr(protocol.size() + 1);
    if (protocol == "sip")
        return event.value(event.kind == "sip.response" ? "status" : "method");
    const std::map<std::string, std::string> keys{
        {"skinny", "message-id"}, {"cdp", "device-id"}, {"lldp", "ttl-s"}};
    return event.value(keys.at(protocol));
}

Counts seen(const RecordingSink& sink, const std::string& protocol)
{
    const std::string prefix = protocol == "skinny" ? "sccp." : protocol + ".";
    Counts counts;
    for (const RecordedEvent& event : sink.events) {
        if (event.kind.starts_with(prefix))
            ++counts[{event.place.number, essence(event, protocol)}];
    }
    return counts;
}

/// What is in `a` and not in `b`, one line each.
int difference(const Counts& a, const Counts& b, const std::string& label)
{
    int total = 0;
    for (const auto& [key, number] : a) {
        const auto other = b.find(key);
        const int more = number - (other == b.end() ? 0 : other->second);
        if (more > 0)
            qInfo("%s: frame %llu %s", label.c_str(), static_cast<unsigned long long>(key.first),
                  key.second.c_str());
        total += std::max(0, more);
    }
    return total;
}

const Format* formatOf(const fs::path& path)
{
    std::ifstream file(path, std::ios::binary);
    char head[64]{};
    file.read(head, sizeof head);
    const Bytes bytes = std::as_bytes(std::span{head, static_cast<std::size_t>(file.gcount())});
    for (const Format* format : {&pcapFormat(), &pcapngFormat()}) {
        if (format->sniff(bytes).confidence == 100)
            return format;
    }
    return nullptr;
}

} // namespace

class TestTruth : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreesWithDissector_data();
    void agreesWithDissector();
    void cleanupTestCase();

private:
    struct Total {
        int files = 0, expected = 0, missing = 0, extra = 0;
    };
    void compare(const RecordingSink& sink, const fs::path& truth, const std::string& name,
                 const std::string& protocol);

    std::map<std::string, Total> m_totals;
};

void TestTruth::agreesWithDissector_data()
{
    QTest::addColumn<QString>("path");
    const fs::path folder = sharedCaptures();
    if (!fs::exists(folder / "truth"))
        QSKIP("no captures: set WHITTLE_SHARED");
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        if (entry.is_regular_file() && entry.path().parent_path().filename() != "truth"
            && formatOf(entry.path()))
            QTest::newRow(entry.path().filename().c_str()) << QString::fromStdString(entry.path().string());
    }
}

void TestTruth::compare(const RecordingSink& sink, const fs::path& truth, const std::string& name,
                        const std::string& protocol)
{
    const fs::path file = truth / (name + "." + protocol + ".tsv");
    const Counts want = fs::exists(file) ? readTruth(file, protocol) : Counts{};
    const Counts have = seen(sink, protocol);
    const int missing = difference(want, have, name + " " + protocol + " missing");
    const int extra = difference(have, want, name + " " + protocol + " extra");
    Total& total = m_totals[protocol];
    total.files += fs::exists(file);
    for (const auto& [key, number] : want)
        total.expected += number;
    total.missing += missing;
    total.extra += extra;
    if (!disagreements.contains(name + " " + protocol))
        QVERIFY2(missing == 0 && extra == 0, protocol.c_str());
}

void TestTruth::agreesWithDissector()
{
    QFETCH(QString, path);
    const fs::path file = path.toStdString();
    auto source = openFile(file.string());
    QVERIFY(source.hasValue());
    BlockReader reader(std::move(*source));
    RecordingSink sink;
    Progress progress;
    const auto facts = formatOf(file)->read(reader, sink, progress, {});
    QVERIFY(facts.hasValue());
    for (const Problem& problem : sink.problems) {
        std::string arguments;
        for (const std::string& argument : problem.arguments)
            arguments += " [" + argument + "]";
        qInfo("%s%s", problem.id.c_str(), arguments.c_str());
    }
    for (const auto& [protocol, column] : columns)
        compare(sink, sharedCaptures() / "truth", file.filename().string(), protocol);
}

void TestTruth::cleanupTestCase()
{
    for (const auto& [protocol, total] : m_totals)
        qInfo("%s: %d files, %d events expected, %d missing, %d extra", protocol.c_str(), total.files,
              total.expected, total.missing, total.extra);
}

QTEST_APPLESS_MAIN(TestTruth)
#include "tst_truth.moc"
