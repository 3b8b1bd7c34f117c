// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include <nlohmann/json.hpp>

#include "models/analysis/analyse.h"
#include "models/events/identity.h"
#include "models/report/report.h"
#include "models/report/words.h"
#include "models/store/casereader.h"
#include "models/timeline/scenebuilder.h"
#include "tests/support/casefolder.h"

using namespace whittle;
using namespace whittle::test;

namespace
{

const std::string site = R"({"schema": "whittle-deployment-1", "phase": "production",
 "phones": [{"name": "SEP0015C6E5749B", "protocol": "SCCP"}]})";
const std::string registry = "REGEDIT4\n[HKLM\\SYSTEM\\CurrentControlSet\\Services\\W32Time\\Config]\n"
                             "\"LocalClockDispersion\"=dword:0000000a\n";
const std::string versions = "cucm-pub:\nActive Master Version: 6.1.2.1000-13\n";
const std::string ocs = "TL_INFO(TF_PROTOCOL) [0]17EE.0A10::02/10/2010-12:32:36.439.000050b1 "
                        "(SIPStack,SIPAdminLog::TraceProtocolRecord:SIPAdminLog.cpp(122))$$begin_record\n"
                        "Direction: incoming\n"
                        "Peer: 10.67.30.50:2945\n"
                        "Start-Line: REGISTER sip:corp.example.com SIP/2.0\n"
                        "From: <sip:john.novak@corp.example.com>;tag=1\n"
                        "To: <sip:john.novak@corp.example.com>\n"
                        "Call-ID: 1\n"
                        "CSeq: 1 REGISTER\n"
                        "Message-Body: -\n"
                        "$$end_record\n";
const std::string proxy = "02/10/2010 12:33:01.000 ESP|sipgw: user john.novak line 6000 device "
                          "SEP000B5F6CB231|<CLID::C><NID::cups7>\n"
                          "02/10/2010 12:33:02.000 ESP|sip_sm: worker 1 alive, 0 TCP connections open, 0 "
                          "requests since start|<NID::x>\n";

struct Analysed {
    std::shared_ptr<CaseFile> file;
    AnalysisPtr analysis;
    nlohmann::json json;
};

Analysed analysed(const CaseFolder& folder, const std::vector<std::pair<std::string, std::string>>& evidence)
{
    static const Knowledge knowledge = productKnowledge();
    Analysed done{folder.newCase(), {}, {}};
    for (const auto& [name, content] : evidence)
        CaseFolder::import(*done.file, folder.write(name, content));
    done.analysis = analyse(*done.file, knowledge, {}, {}).value();
    done.json = nlohmann::json::parse(
        toJson(*done.analysis, Words(knowledge, Words::Language::English)).toStdString());
    return done;
}

} // namespace

/// Evidence that says how things are and not since when.
class TestTimelessSources : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aloneTheyGiveACaseWithoutTimes();
    void besideOthersTheyChangeNoTimes();
    void sipOfServersRegistersNoPhone();
};

void TestTimelessSources::aloneTheyGiveACaseWithoutTimes()
{
    const CaseFolder folder;
    const Analysed done =
        analysed(folder, {{"site.json", site}, {"time.reg", registry}, {"versions.txt", versions}});
    QVERIFY(!done.analysis->first && !done.analysis->last);
    QVERIFY(done.json.at("case").at("reference_clock").is_null());
    QCOMPARE(done.json.at("sources").size(), std::size_t{3});
    for (const auto& source : done.json.at("sources")) {
        QVERIFY(source.at("first").is_null() && source.at("last").is_null());
        QVERIFY(source.at("clock").is_null() && source.at("coverage").empty());
        QVERIFY(source.at("events").get<int>() > 0);
    }
    QVERIFY(buildScene(*done.analysis).isEmpty());
    QVERIFY(done.analysis->devices.empty());
}

void TestTimelessSources::besideOthersTheyChangeNoTimes()
{
    const CaseFolder folder;
    const Analysed with = analysed(folder, {{"a.json", site}, {"b.reg", registry}, {"ocs.txt", ocs}});
    const CaseFolder other;
    const Analysed without = analysed(other, {{"ocs.txt", ocs}});
    QCOMPARE(with.json.at("case").at("reference_clock").get<std::string>(), std::string("ocs.txt"));
    QVERIFY(with.analysis->first == without.analysis->first);
    QVERIFY(with.analysis->last == without.analysis->last);
    QVERIFY(buildScene(*with.analysis).whole == buildScene(*without.analysis).whole);
    for (const auto& outcome : with.json.at("checks")) { // settings are judged, whenever they are from
        if (outcome.at("id") != "windows-time-settings-differ")
            QCOMPARE(outcome.at("result").get<std::string>(), std::string("not-observable"));
    }
}

void TestTimelessSources::sipOfServersRegistersNoPhone()
{
    const CaseFolder folder;
    const Analysed done = analysed(folder, {{"ocs.txt", ocs}, {"esp.txt", proxy}});
    QCOMPARE(done.json.at("event_counts").at("sip.register").get<int>(), 1);
    QCOMPARE(done.json.at("event_counts").at("trace.phone-control-user").get<int>(), 1);
    for (const DeviceHistory& device : done.analysis->devices) {
        QCOMPARE(device.name, std::string("SEP000B5F6CB231"));
        QVERIFY(device.registrations.empty() && device.leases.empty() && device.addresses.empty());
    }
    QVERIFY(done.json.at("case").at("symptom").is_null());
}

QTEST_GUILESS_MAIN(TestTimelessSources)
#include "tst_timelesssources.moc"
