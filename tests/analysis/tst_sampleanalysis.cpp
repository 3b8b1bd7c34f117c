// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <ctime>
#include <locale>

#include <nlohmann/json.hpp>

#include <QTest>

#include "models/analysis/analyse.h"
#include "models/base/fields.h"
#include "tests/support/casefolder.h"

using namespace whittle;
using namespace whittle::test;

namespace
{

/// All of an analysis that a user can see, without the numbers of its sources.
std::string describe(const Analysis& analysis)
{
    std::string text = analysis.symptom + " " + std::string(toText(analysis.diagnosis.verdict)) + "\n";
    const auto place = [&](const EventRef& ref) {
        return analysis.source(ref.source)->row.path + " " + toText(ref.place) + "."
            + std::to_string(ref.ordinal);
    };
    for (const AnalysedSource& source : analysis.sources) {
        text += source.row.path + " " + source.row.format + " " + std::to_string(source.row.events) + " "
            + source.clock.zone;
        if (source.clock.correction)
            text += " " + std::to_string(source.clock.correction->offsetNs) + " "
                + std::to_string(source.clock.correction->pairs);
        text += "\n";
    }
    for (const CheckOutcome& outcome : analysis.outcomes) {
        text += outcome.id + " " + std::to_string(static_cast<int>(outcome.result));
        for (const std::string& device : outcome.devices)
            text += " " + device;
        for (const auto& [name, value] : outcome.parameters)
            text += " " + name + "=" + value;
        for (const CitedEvent& cited : outcome.evidence)
            text += "\n  " + place(cited.ref) + " " + toRfc3339(cited.time.nsUtc) + " "
                + analysis.citedTexts.at(cited.ref);
        text += "\n";
    }
    for (const Finding& finding : analysis.findings)
        text += finding.check + " " + finding.severity + " " + std::to_string(finding.evidence.size()) + "\n";
    for (const Suspect& suspect : analysis.diagnosis.suspects)
        text += suspect.cause + " " + std::to_string(suspect.probability) + " "
            + std::string(toText(suspect.state)) + "\n";
    for (const DeviceHistory& device : analysis.devices) {
        text += device.name;
        for (const Registration& registration : device.registrations)
            text += " " + toRfc3339(registration.from.nsUtc) + std::string(toText(registration.ended));
        text += " " + std::to_string(device.leases.size()) + "\n";
    }
    for (const Conversation& one : analysis.conversations) {
        text += one.id + " " + one.device + " " + toRfc3339(one.from.nsUtc) + std::string(toText(one.ended));
        for (const ConversationLeg& leg : one.legs)
            text += " " + place(leg.first) + " " + std::to_string(leg.messages);
        text += "\n";
    }
    for (const auto& [kind, count] : analysis.eventCounts)
        text += kind + " " + std::to_string(count) + "\n";
    return text;
}

std::shared_ptr<CaseFile> importAll(const CaseFolder& folder, const std::vector<fs::path>& files,
                                    const std::string& name = "case.whittle")
{
    auto file = folder.newCase(name);
    for (const fs::path& path : files)
        CaseFolder::import(*file, path);
    return file;
}

AnalysisPtr analysed(const CaseFile& file)
{
    static const Knowledge knowledge = productKnowledge();
    auto analysis = analyse(file, knowledge, {});
    return analysis ? *analysis : nullptr;
}

nlohmann::json truth()
{
    return nlohmann::json::parse(contentOf(fs::path(WHITTLE_SOURCE_DIR) / "tests/samplecase/truth.json"));
}

const CheckOutcome& outcome(const Analysis& analysis, const std::string& id)
{
    return *std::ranges::find(analysis.outcomes, id, &CheckOutcome::id);
}

} // namespace

class TestSampleAnalysis : public QObject
{
    Q_OBJECT

    CaseFolder m_folder;
    std::shared_ptr<CaseFile> m_file;
    AnalysisPtr m_analysis;

private Q_SLOTS:
    void initTestCase()
    {
        m_file = importAll(m_folder, sampleFiles());
        m_analysis = analysed(*m_file);
        QVERIFY(m_analysis);
    }
    void nothingToAnalyse();
    void cancelled();
    void findsTheCause();
    void citesEveryRefusal();
    void distractorDoesNotSuffer();
    void registrationsEndAsTheyDid();
    void clocksLieWithinTheirIntervals();
    void zonesAreFound();
    void everyCitationHasWords();
    void orderOfImportDoesNotMatter();
    void zoneAndLocaleDoNotMatter();
    void reopenedItIsTheSame();
    void withoutTheEvidenceItStillShowsItsProof();
    void eachSourceAloneAccusesNobodyElse();
};

void TestSampleAnalysis::nothingToAnalyse()
{
    const auto empty = m_folder.newCase("empty.whittle");
    const AnalysisPtr analysis = analysed(*empty);
    QVERIFY(analysis && analysis->sources.empty() && analysis->findings.empty() && analysis->symptom.empty());
    QVERIFY(!analysis->first && analysis->reference == SourceId{});
}

void TestSampleAnalysis::cancelled()
{
    std::stop_source stop;
    stop.request_stop();
    const auto analysis = analyse(*m_file, productKnowledge(), stop.get_token());
    QVERIFY(!analysis);
    QCOMPARE(analysis.error().code, ErrorCode::Cancelled);
}

void TestSampleAnalysis::findsTheCause()
{
    QCOMPARE(m_analysis->symptom, std::string("phone-resets"));
    QVERIFY(!m_analysis->symptomChosen);
    QCOMPARE(m_analysis->diagnosis.verdict, Verdict::Confirmed);
    QCOMPARE(m_analysis->diagnosis.suspects.at(0).cause, std::string("dhcp.nak"));
    QCOMPARE(std::ranges::count(m_analysis->diagnosis.suspects, SuspectState::Confirmed, &Suspect::state), 1);
    QCOMPARE(m_analysis->findings.at(0).check, std::string("dhcp-renewal-refused"));
    QCOMPARE(std::ranges::count(m_analysis->findings, "error", &Finding::severity), 1);
    QCOMPARE(outcome(*m_analysis, "period-of-resets").parameters.at("hours"), std::string("36"));
    QCOMPARE(outcome(*m_analysis, "lease-length").parameters.at("hours"), std::string("72"));
    QCOMPARE(outcome(*m_analysis, "address-given-up-before-reset").result, CheckResult::Yes);
}

void TestSampleAnalysis::citesEveryRefusal()
{
    const CheckOutcome& refused = outcome(*m_analysis, "dhcp-renewal-refused");
    QCOMPARE(refused.parameters.at("count"), std::string("17"));
    QCOMPARE(refused.parameters.at("server"), std::string("10.2.1.5"));
    std::vector<std::string> expected = truth().at("affected_devices");
    std::vector<std::string> devices = refused.devices;
    std::ranges::sort(expected);
    std::ranges::sort(devices);
    QCOMPARE(devices, expected);
    std::size_t frames = 0;
    std::size_t lines = 0;
    for (const Citation& citation : m_analysis->findings.at(0).evidence) {
        const bool nak =
            citation.text.find("NAK received") != std::string::npos || citation.text.starts_with("dhcp.nak");
        frames += nak && citation.ref.place.unit == PlaceUnit::Frame;
        lines += nak && citation.ref.place.unit == PlaceUnit::Line;
    }
    QCOMPARE(frames, std::size_t{17});
    QCOMPARE(lines, std::size_t{3});
}

void TestSampleAnalysis::distractorDoesNotSuffer()
{
    const std::string distractor = "SEP001EF70B5A88";
    for (const CheckOutcome& one : m_analysis->outcomes) {
        const bool blamed = one.result == CheckResult::Yes && one.id != "lease-length"
            && std::ranges::count(one.devices, distractor) > 0;
        QVERIFY2(!blamed, one.id.c_str());
    }
    const auto at = std::ranges::find(m_analysis->devices, distractor, &DeviceHistory::name);
    QVERIFY(at - m_analysis->devices.begin() >= 5); // those that suffer stand first
}

void TestSampleAnalysis::registrationsEndAsTheyDid()
{
    const nlohmann::json incidents = truth().at("incidents");
    for (const auto& incident : incidents) {
        const CaseTime at{*fromRfc3339(incident.at("t").get<std::string>())};
        const auto device = std::ranges::find(m_analysis->devices, incident.at("device").get<std::string>(),
                                              &DeviceHistory::name);
        QVERIFY(device != m_analysis->devices.end());
        const auto ended = std::ranges::find_if(device->registrations, [&](const Registration& registration) {
            return std::abs((registration.to - at).count()) < 8 * nsPerSecond
                && registration.ended != RegistrationEnd::Open;
        });
        QVERIFY2(ended != device->registrations.end(), device->name.c_str());
        const bool commanded = incident.contains("distractor");
        QCOMPARE(ended->ended, commanded ? RegistrationEnd::Restart : RegistrationEnd::AddressLost);
    }
    std::size_t ended = 0;
    for (const DeviceHistory& device : m_analysis->devices)
        ended += static_cast<std::size_t>(std::ranges::count_if(
            device.registrations, [](const Registration& r) { return r.ended != RegistrationEnd::Open; }));
    QCOMPARE(ended, incidents.size()); // and nothing else did
}

void TestSampleAnalysis::clocksLieWithinTheirIntervals()
{
    const auto shows = [](const nlohmann::json& clock, double t) { // seconds ahead at true time t
        const double reference =
            static_cast<double>(*fromRfc3339(clock.at("reference_utc").get<std::string>())) * 1e-9;
        return clock.at("offset_s").get<double>()
            + clock.at("drift_ppm").get<double>() * 1e-6 * (t - reference);
    };
    const auto sources = truth().at("sources");
    QCOMPARE(m_analysis->source(m_analysis->reference)->row.path, std::string("span-dc1.pcap"));
    std::size_t told = 0;
    for (const AnalysedSource& source : m_analysis->sources) {
        if (!source.clock.correction || source.row.id == m_analysis->reference)
            continue;
        const double middle = static_cast<double>(source.first->nsUtc / 2 + source.last->nsUtc / 2) * 1e-9;
        const double ahead = shows(sources.at(source.row.path).at("clock"), middle)
            - shows(sources.at("span-dc1.pcap").at("clock"), middle);
        QVERIFY2(static_cast<double>(source.clock.correction->lowNs) * 1e-9 <= ahead,
                 source.row.path.c_str());
        QVERIFY2(static_cast<double>(source.clock.correction->highNs) * 1e-9 >= ahead,
                 source.row.path.c_str());
        ++told;
    }
    QCOMPARE(told, std::size_t{3}); // console, trace and the state of the clock
}

void TestSampleAnalysis::zonesAreFound()
{
    QCOMPARE(m_analysis->siteZone, std::string("America/Chicago"));
    for (const AnalysedSource& source : m_analysis->sources) {
        const bool local = source.row.format == "cucm-sdi" || source.row.format == "phone-console";
        QCOMPARE(source.clock.utcOffsetNs, local ? -6 * 3600 * nsPerSecond : 0);
        QCOMPARE(source.clock.zoneBasis, local ? Basis::Inferred : Basis::Stated);
        QCOMPARE(source.clock.dateBasis.has_value(), source.row.format == "phone-console");
    }
}

void TestSampleAnalysis::everyCitationHasWords()
{
    QVERIFY(!m_analysis->citedTexts.empty());
    for (const auto& [ref, text] : m_analysis->citedTexts)
        QVERIFY(!text.empty());
    for (const Finding& finding : m_analysis->findings) {
        QVERIFY(!finding.evidence.empty());
        for (const Citation& citation : finding.evidence)
            QVERIFY(!citation.text.empty());
    }
}

void TestSampleAnalysis::orderOfImportDoesNotMatter()
{
    const std::string expected = describe(*m_analysis);
    auto files = sampleFiles();
    for (int round = 0; round < 3; ++round) {
        std::ranges::rotate(files, files.begin() + 1);
        if (round == 1)
            std::ranges::reverse(files);
        const auto file = importAll(m_folder, files, "order" + std::to_string(round) + ".whittle");
        const auto found = QString::fromStdString(describe(*analysed(*file))).split(u'\n');
        QCOMPARE(found, QString::fromStdString(expected).split(u'\n'));
    }
}

void TestSampleAnalysis::zoneAndLocaleDoNotMatter()
{
    const QByteArray zone = qgetenv("TZ");
    const QByteArray locale = qgetenv("LC_ALL");
    qputenv("TZ", "Asia/Kathmandu");
    qputenv("LC_ALL", "de_DE.UTF-8");
    ::tzset();
    std::setlocale(LC_ALL, "");
    const auto file = importAll(m_folder, sampleFiles(), "zone.whittle");
    const std::string found = describe(*analysed(*file));
    qputenv("TZ", zone);
    qputenv("LC_ALL", locale);
    ::tzset();
    std::setlocale(LC_ALL, "");
    QCOMPARE(QString::fromStdString(found), QString::fromStdString(describe(*m_analysis)));
}

void TestSampleAnalysis::reopenedItIsTheSame()
{
    importAll(m_folder, sampleFiles(), "again.whittle").reset();
    const auto file = CaseFile::open(m_folder.path("again.whittle").string());
    QVERIFY(file.hasValue());
    const std::string once = describe(*analysed(**file));
    QCOMPARE(QString::fromStdString(once), QString::fromStdString(describe(*m_analysis)));
    QCOMPARE(describe(*analysed(**file)), once); // now with the copies that the first analysis kept
}

void TestSampleAnalysis::withoutTheEvidenceItStillShowsItsProof()
{
    fs::create_directory(m_folder.path("evidence"));
    std::vector<fs::path> files;
    for (const fs::path& path : sampleFiles()) {
        files.push_back(m_folder.path("evidence") / path.filename());
        fs::copy_file(path, files.back());
    }
    const std::string name = "gone.whittle";
    {
        const auto file = importAll(m_folder, files, name);
        QVERIFY(analysed(*file));
    }
    fs::remove_all(m_folder.path("evidence"));
    const auto file = CaseFile::open(m_folder.path(name).string());
    QVERIFY(file.hasValue());
    QCOMPARE(QString::fromStdString(describe(*analysed(**file))),
             QString::fromStdString(describe(*m_analysis)));
}

/// One file says less, never something else.
void TestSampleAnalysis::eachSourceAloneAccusesNobodyElse()
{
    int number = 0;
    for (const fs::path& path : sampleFiles()) {
        const auto file = importAll(m_folder, {path}, "alone" + std::to_string(number++) + ".whittle");
        const AnalysisPtr analysis = analysed(*file);
        for (const Finding& finding : analysis->findings)
            QVERIFY2(finding.severity != "error" || finding.cause == "dhcp.nak",
                     (path.string() + " " + finding.check).c_str());
        for (const Suspect& suspect : analysis->diagnosis.suspects)
            QVERIFY2(suspect.cause != "dhcp.nak" || suspect.state != SuspectState::Eliminated, path.c_str());
    }
}

QTEST_GUILESS_MAIN(TestSampleAnalysis)
#include "tst_sampleanalysis.moc"
