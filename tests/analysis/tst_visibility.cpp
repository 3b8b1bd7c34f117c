// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include <QTest>

#include "models/analysis/analyse.h"
#include "models/analysis/visibility.h"
#include "models/analysis/visibilityrules.h"
#include "tests/support/casefolder.h"

using namespace whittle;
using namespace whittle::test;

namespace
{

using Kinds = std::map<std::string, std::uint64_t>;

/// A case of sources with numbers from 1 on, in that order.
class Case
{
public:
    AnalysedSource& add(const std::string& format, const Kinds& kinds)
    {
        AnalysedSource source;
        source.row.id = SourceId{static_cast<std::int64_t>(known.sources.size()) + 1};
        source.row.format = format;
        source.row.coverage = {{SourceTime{0}, SourceTime{100}}};
        source.first = CaseTime{0};
        source.last = CaseTime{100};
        known.kindCounts[source.row.id] = kinds;
        known.sources.push_back(source);
        return known.sources.back();
    }

    VisibilityCell cell(Component component, Layer layer, std::string_view symptom = {}) const
    {
        const Visibility map = visibility(known, symptom);
        const VisibilityRow* row = map.row(component);
        return row ? row->at(layer) : VisibilityCell{};
    }

    bool hasRow(Component component) const { return visibility(known, {}).row(component) != nullptr; }

    Understanding known;
};

std::vector<SourceId> ids(std::initializer_list<std::int64_t> numbers)
{
    std::vector<SourceId> made;
    for (const std::int64_t number : numbers)
        made.push_back(SourceId{number});
    return made;
}

CoverageLimit filter(const std::string& text)
{
    return {"limit.filter", {}, {}, {text}};
}

std::string describe(const Analysis& analysis)
{
    std::string text;
    for (const VisibilityRow& row : analysis.visibility.rows) {
        text += std::string(toText(row.component)) + " " + row.node;
        for (const VisibilityCell& cell : row.cells) {
            text += " |" + std::to_string(static_cast<int>(cell.sight));
            for (const Sighting& one : cell.seen)
                text += " " + analysis.source(one.source)->row.path + ":" + std::to_string(one.events);
            for (const SourceId id : cell.silent)
                text += " -" + analysis.source(id)->row.path;
        }
        text += "\n";
    }
    return text;
}

AnalysisPtr analysed(const CaseFile& file)
{
    static const Knowledge knowledge = productKnowledge();
    auto analysis = analyse(file, knowledge, {});
    return analysis ? *analysis : nullptr;
}

} // namespace

class TestVisibility : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsEmpty();
    void seenSilentNotWatched();
    void filterHides();
    void unknownFilterMayHide();
    void gapsAreTold();
    void othersAreNotPutToAnybody();
    void connectionsCountForAllThatAreSeen();
    void arpIsOfThePhonesSegment();
    void tracesAreTheWritersOwnAccount();
    void emptyAccountIsSilent();
    void syslogIsNeverSilent();
    void symptomNeedsItsComponents();
    void nodesAreToldApart();
    void onlyReadableCellsAdvise();
    void everyAdviceIsKnown();
    void everyKindHasItsPlace();
    void sampleCaseReloaded();
};

void TestVisibility::nothingIsEmpty()
{
    QVERIFY(visibility({}, {}).rows.empty());
    QVERIFY(visibility({}, "no-such-symptom").rows.empty());
}

void TestVisibility::seenSilentNotWatched()
{
    Case one;
    one.add("pcap", {{"sccp.keepalive", 40}, {"sccp.register", 2}});
    const auto seen = one.cell(Component::Phone, Layer::Application);
    QCOMPARE(seen.sight, Sight::Seen);
    QCOMPARE(seen.seen.size(), 1U);
    QCOMPARE(seen.seen[0].events, 42U);
    QCOMPARE(seen.seen[0].from, std::optional(CaseTime{0}));
    QCOMPARE(seen.seen[0].to, std::optional(CaseTime{100}));
    QVERIFY(!seen.seen[0].gaps && !seen.seen[0].shared);
    // The connections pass there; none began or ended.
    const auto silent = one.cell(Component::Phone, Layer::Transport);
    QCOMPARE(silent.sight, Sight::Silent);
    QVERIFY(silent.silent == ids({1}));
    QCOMPARE(one.cell(Component::Cucm, Layer::Network).sight, Sight::Silent); // no ICMP about it
    // What no router passes on, and what goes to other servers, need not pass there.
    QCOMPARE(one.cell(Component::Phone, Layer::Link).sight, Sight::NotWatched);
    QCOMPARE(one.cell(Component::Phone, Layer::Network).sight, Sight::NotWatched);
    QCOMPARE(one.cell(Component::Phone, Layer::Own).sight, Sight::NotWatched);
    // Whether DHCP passes there is not known: nobody has watched it.
    QVERIFY(!one.hasRow(Component::Dhcp));
    QCOMPARE(one.cell(Component::Dhcp, Layer::Application, "phone-resets").sight, Sight::NotWatched);
    QCOMPARE(one.cell(Component::SwitchPort, Layer::Own, "phone-resets").sight, Sight::NotReadable);
}

void TestVisibility::filterHides()
{
    Case one;
    one.add("pcap", {{"dhcp.request", 3}}).row.limits = {filter("port 67 or port 68")};
    QCOMPARE(one.cell(Component::Phone, Layer::Network).sight, Sight::Seen);
    QVERIFY(!one.cell(Component::Phone, Layer::Network).seen[0].gaps); // it lets all of DHCP pass
    const auto hidden = one.cell(Component::Phone, Layer::Application);
    QCOMPARE(hidden.sight, Sight::NotWatched);
    QVERIFY(hidden.silent.empty() && hidden.hidden == ids({1}));
    one.add("pcap", {{"dhcp.request", 3}}); // may be far from where phones register
    QCOMPARE(one.cell(Component::Phone, Layer::Application).sight, Sight::NotWatched);
    one.add("pcap", {}).row.limits = {filter("port 67 or port 2000")}; // made to see just that
    const auto silent = one.cell(Component::Phone, Layer::Application);
    QCOMPARE(silent.sight, Sight::Silent);
    QVERIFY(silent.silent == ids({3}) && silent.hidden == ids({1}));
    QVERIFY(one.cell(Component::Phone, Layer::Network).silent == ids({3}));
    QVERIFY(!one.hasRow(Component::Tftp) && !one.hasRow(Component::Cucm)); // of which nothing is known
}

void TestVisibility::unknownFilterMayHide()
{
    Case one;
    one.add("pcap", {{"dhcp.request", 3}}).row.limits = {{"limit.filter-share", {}, {}, {"90", "3"}}};
    QCOMPARE(one.cell(Component::Phone, Layer::Application).sight, Sight::NotWatched);
}

void TestVisibility::gapsAreTold()
{
    Case one;
    AnalysedSource& source = one.add("pcap", {{"sccp.register", 1}, {"tcp.syn", 1}});
    source.row.limits = {{"limit.snap-length", {}, {}, {"96", "5"}}};
    QVERIFY(one.cell(Component::Phone, Layer::Application).seen[0].gaps);
    QVERIFY(!one.cell(Component::Phone, Layer::Transport).seen[0].gaps); // heads are whole
    one.known.sources[0].row.coverage.push_back({SourceTime{200}, SourceTime{300}});
    QVERIFY(one.cell(Component::Phone, Layer::Transport).seen[0].gaps);
}

void TestVisibility::othersAreNotPutToAnybody()
{
    Case one;
    one.add("pcap", {{"tcp.syn", 4}, {"sip.invite", 2}, {"sip.response", 3}, {"capture.comment", 1}});
    QCOMPARE(visibility(one.known, {}).rows.size(), 1U);
    QCOMPARE(one.cell(Component::Unassigned, Layer::Transport).seen[0].events, 4U);
    QCOMPARE(one.cell(Component::Unassigned, Layer::Application).seen[0].events, 5U);
}

void TestVisibility::connectionsCountForAllThatAreSeen()
{
    Case one;
    one.add("pcap", {{"tcp.syn", 4}, {"sip.info", 2}, {"sip.response", 3}});
    QVERIFY(one.cell(Component::Ocs, Layer::Transport).seen[0].shared);
    QCOMPARE(one.cell(Component::Presence, Layer::Application).seen[0].events, 5U);
    QVERIFY(!one.cell(Component::Presence, Layer::Application).seen[0].shared); // INFO says whose it is
    QVERIFY(!one.hasRow(Component::Unassigned) && !one.hasRow(Component::Phone));
}

/// Behind a router there is nobody's ARP but the router's.
void TestVisibility::arpIsOfThePhonesSegment()
{
    Case one;
    one.add("pcap", {{"arp.request", 4}, {"sccp.keepalive", 9}});
    QCOMPARE(one.cell(Component::Phone, Layer::Link).sight, Sight::NotWatched);
    QCOMPARE(one.cell(Component::Unassigned, Layer::Link).seen[0].events, 4U);
    one.add("pcap", {{"arp.request", 2}, {"dhcp.discover", 1}});
    QCOMPARE(one.cell(Component::Phone, Layer::Link).seen[0].source, SourceId{2});
    QVERIFY(one.cell(Component::Phone, Layer::Link).seen[0].shared);
}

void TestVisibility::tracesAreTheWritersOwnAccount()
{
    Case one;
    one.add("cucm-sdi", {{"sccp.register", 2}, {"trace.disconnect", 1}, {"trace.service-start", 1}});
    QCOMPARE(one.cell(Component::Cucm, Layer::Own).seen[0].events, 4U);
    QCOMPARE(one.cell(Component::Phone, Layer::Application).seen[0].events, 2U);
    QCOMPARE(one.cell(Component::Phone, Layer::Transport).seen[0].events, 1U);
    QCOMPARE(one.cell(Component::Cucm, Layer::Application).sight, Sight::NotWatched);
    QCOMPARE(one.cell(Component::Phone, Layer::Own).sight, Sight::NotWatched);
}

void TestVisibility::emptyAccountIsSilent()
{
    Case one;
    one.add("cucm-sdl", {}).row.limits = {{"limit.trace-level", {}, {}, {"12"}}};
    QCOMPARE(one.cell(Component::Cucm, Layer::Own).sight, Sight::Silent);
    QVERIFY(!one.hasRow(Component::Phone));
}

void TestVisibility::syslogIsNeverSilent()
{
    Case one;
    one.add("syslog", {{"dhcp.ack", 2}});
    QCOMPARE(one.cell(Component::Dhcp, Layer::Own).sight, Sight::Seen);
    QVERIFY(!one.hasRow(Component::Cucm) && !one.hasRow(Component::NodeClock));
    one.add("syslog", {});
    QVERIFY(one.cell(Component::Dhcp, Layer::Own).silent.empty());
}

void TestVisibility::symptomNeedsItsComponents()
{
    const Visibility map = visibility({}, "ntp-not-synchronising");
    QCOMPARE(map.rows.size(), 2U);
    QCOMPARE(map.rows[0].component, Component::NtpSource);
    QCOMPARE(map.rows[1].component, Component::NodeClock);
    QVERIFY(map.rows[1].at(Layer::Own).collect == std::vector<std::string>{"ntp-status"});
}

void TestVisibility::nodesAreToldApart()
{
    Case one;
    one.add("pcap", {{"sccp.keepalive", 9}});
    one.add("cucm-sdl", {{"sccp.keepalive", 5}}).row.origin = {"cucm-sub", "10.1.1.12", "CCM", {},
                                                               {},         {},          {}};
    QCOMPARE(visibility(one.known, {}).rows.size(), 2U); // phone, and one node that needs no name
    QCOMPARE(visibility(one.known, {}).rows[1].node, std::string());
    one.add("cucm-sdl", {{"sccp.keepalive", 7}}).row.origin = {"cucm-pub", "10.1.1.11", "CCM", {},
                                                               {},         {},          {}};
    DeviceHistory phone;
    phone.registrations.push_back({.node = {IpAddress::v4(10, 1, 1, 12), 2000}, .seenBy = ids({1})});
    one.known.devices = {phone};
    const Visibility map = visibility(one.known, {});
    QCOMPARE(map.rows.size(), 3U);
    QCOMPARE(map.rows[1].node, std::string("cucm-pub"));
    QCOMPARE(map.rows[1].at(Layer::Own).seen[0].source, SourceId{3});
    QCOMPARE(map.rows[1].at(Layer::Application).sight, Sight::NotWatched);
    QCOMPARE(map.rows[2].node, std::string("cucm-sub"));
    QCOMPARE(map.rows[2].at(Layer::Application).seen[0].source, SourceId{1});
}

void TestVisibility::onlyReadableCellsAdvise()
{
    for (std::size_t i = 0; i < componentCount; ++i) {
        const auto component = static_cast<Component>(i);
        for (std::size_t j = 0; j < layerCount; ++j) {
            const auto layer = static_cast<Layer>(j);
            const bool readable = std::ranges::any_of(visibilityRules(), [&](const VisibilityRule& rule) {
                return rule.component == component && rule.layer == layer;
            });
            const bool advised = !collectFor(component, layer).empty();
            QVERIFY2(advised == (readable && component != Component::Unassigned),
                     (std::string(toText(component)) + " " + std::string(toText(layer))).c_str());
        }
    }
}

void TestVisibility::everyAdviceIsKnown()
{
    const Knowledge knowledge = productKnowledge();
    for (std::size_t i = 0; i < componentCount * layerCount; ++i) {
        for (const std::string& id :
             collectFor(static_cast<Component>(i / layerCount), static_cast<Layer>(i % layerCount)))
            QVERIFY2(knowledge.collectable(id), id.c_str());
    }
    for (const Symptom& symptom : knowledge.symptoms)
        QVERIFY2(!componentsOf(symptom.id).empty(), symptom.id.c_str());
}

/// Of the families of kinds each has a place in the map; what is about the evidence itself has none.
void TestVisibility::everyKindHasItsPlace()
{
    for (const char* kind : {"alarm.device-registered",
                             "arp.reply",
                             "bootp.reply",
                             "cdp.announcement",
                             "cti.login",
                             "dhcp.nak",
                             "diagnose.test",
                             "http.get",
                             "icmp.unreachable",
                             "install.done",
                             "lldp.announcement",
                             "node.version",
                             "ntp.server",
                             "ntp.log",
                             "phone.boot",
                             "registry.value",
                             "sccp.reset",
                             "sip.update",
                             "site.node",
                             "tcp.rst",
                             "tftp.error",
                             "trace.gap"}) {
        const auto about = [&](const VisibilityRule& rule) { return isAbout(rule, kind); };
        QVERIFY2(std::ranges::any_of(visibilityRules(), about), kind);
    }
}

void TestVisibility::sampleCaseReloaded()
{
    const CaseFolder folder;
    auto file = folder.newCase("case.whittle");
    for (const auto& path : sampleFiles())
        CaseFolder::import(*file, path);
    const AnalysisPtr made = analysed(*file);
    QVERIFY(made);
    const Visibility& map = made->visibility;
    QVERIFY(map.row(Component::Phone) && map.row(Component::Dhcp) && map.row(Component::NodeClock));
    for (const VisibilityCell& cell : map.row(Component::Phone)->cells)
        QVERIFY(cell.sight != Sight::NotReadable);
    QCOMPARE(map.row(Component::Phone)->at(Layer::Own).sight, Sight::Seen); // its console
    QCOMPARE(map.row(Component::Dhcp)->at(Layer::Own).sight, Sight::NotWatched); // nobody has its log
    QCOMPARE(map.row(Component::NodeClock)->at(Layer::Own).sight, Sight::Seen);
    QCOMPARE(describe(*analysed(*file)), describe(*made)); // from what is stored
}

QTEST_GUILESS_MAIN(TestVisibility)
#include "tst_visibility.moc"
