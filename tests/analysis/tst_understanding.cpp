// SPDX-License-Identifier: GPL-3.0-or-later
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <QTest>

#include "models/analysis/analyse.h"
#include "models/analysis/buildid.h"
#include "models/analysis/storedcolumns.h"
#include "models/analysis/storedunderstanding.h"
#include "models/analysis/understand.h"
#include "models/events/identity.h"
#include "models/events/registrationfields.h"
#include "models/report/report.h"
#include "models/report/words.h"
#include "models/store/casereader.h"
#include "models/store/casewriter.h"
#include "models/store/digest.h"
#include "tests/support/casefolder.h"

using namespace whittle;
using namespace whittle::test;

namespace
{

const Knowledge& knowledge()
{
    static const Knowledge loaded = productKnowledge();
    return loaded;
}

AnalysisPtr analysed(const CaseFile& file, const AnalysisPtr& last = {})
{
    auto analysis = analyse(file, knowledge(), {}, last);
    return analysis ? *analysis : nullptr;
}

QByteArray json(const Analysis& analysis)
{
    return toJson(analysis, Words(knowledge(), Words::Language::English));
}

/// Every column, as it is stored.
template <typename Row>
std::string rowText(const Row& row)
{
    std::string text = "\n";
    const auto add = [&]<typename T>(const auto& self, const T& value) -> void {
        if constexpr (std::is_same_v<T, std::string>)
            text += value + " ";
        else if constexpr (std::is_same_v<T, IpAddress> || std::is_same_v<T, Mac>)
            text += toText(value) + " ";
        else if constexpr (std::is_same_v<T, std::vector<IpAddress>>)
            for (const auto& one : value)
                self(self, one);
        else if constexpr (std::is_same_v<T, double>)
            text += QByteArray::number(value, 'g', 17).toStdString() + " ";
        else if constexpr (std::is_same_v<T, CaseTime>)
            text += std::to_string(value.nsUtc) + " ";
        else if constexpr (std::is_same_v<T, EventRef>)
            text += std::to_string(raw(value.source)) + " " + toText(value.place) + " ";
        else if constexpr (requires { value.count(); })
            text += std::to_string(value.count()) + " ";
        else if constexpr (requires { value.has_value(); })
            value ? self(self, *value) : void(text += "- ");
        else
            text += std::to_string(static_cast<std::int64_t>(value)) + " ";
    };
    std::apply([&](const auto&... values) { (add(add, values), ...); }, columnsOf(row));
    return text;
}

std::string ntpText(const NtpAssociation& association)
{
    std::string text = rowText(association);
    for (const NtpPoll& poll : association.polls)
        text += rowText(poll);
    for (const NtpState& state : association.states)
        text += rowText(state);
    for (const NtpReport& report : association.reports)
        text += rowText(report);
    return text;
}

/// What the JSON leaves out.
std::string spans(const Analysis& analysis)
{
    std::string text;
    const auto ref = [&](const std::optional<EventRef>& of) {
        text += of ? " " + std::to_string(raw(of->source)) + " " + toText(of->place) + "."
                + std::to_string(of->ordinal)
                   : " -";
    };
    const auto number = [&](auto value) { text += " " + std::to_string(static_cast<std::int64_t>(value)); };
    for (const DeviceHistory& device : analysis.devices) {
        text += "\n" + device.name + (device.isPhone ? " " : " no phone ")
            + (device.mac ? toText(*device.mac) : "-");
        for (const IpAddress& address : device.addresses)
            text += " " + toText(address);
        for (const Registration& one : device.registrations) {
            text += "\n " + one.device + " " + toText(one.address) + " " + toText(one.node);
            number(one.from.nsUtc);
            number(one.to.nsUtc);
            number(one.began);
            number(one.ended);
            ref(one.beganAt);
            ref(one.endedAt);
            text += " " + fieldsOf(one) + " " + one.id;
            for (const CaseSpan& gap : one.gaps) {
                number(gap.from.nsUtc);
                number(gap.to.nsUtc);
            }
            number(one.alive ? one.alive->nsUtc : -1);
            for (const SourceId source : one.seenBy)
                number(source);
            text += " alive in";
            for (const SourceId source : one.aliveIn)
                number(source);
        }
        for (const Lease& lease : device.leases) {
            text += lease.device + rowText(lease);
            for (const LeaseRequest& request : lease.requests)
                text += rowText(request);
        }
        for (const DeviceMark& mark : device.marks) {
            text += "\n " + mark.kind;
            number(mark.at.nsUtc);
            ref(mark.ref);
        }
    }
    for (const NtpAssociation& association : analysis.ntp)
        text += ntpText(association);
    for (const CheckOutcome& outcome : analysis.outcomes) {
        text += "\n" + outcome.id;
        for (const auto& [name, value] : outcome.parameters)
            text.append(" ").append(name).append("=").append(value);
    }
    return text;
}

void compareAll(const Analysis& found, const Analysis& expected)
{
    QCOMPARE(json(found), json(expected));
    QCOMPARE(QString::fromStdString(spans(found)).split(u'\n'),
             QString::fromStdString(spans(expected)).split(u'\n'));
    QCOMPARE(found.first, expected.first);
    QCOMPARE(found.last, expected.last);
    QVERIFY(found.citedTexts == expected.citedTexts);
    QVERIFY(found.conversations == expected.conversations);
    QVERIFY(!expected.conversations.empty());
    QVERIFY(!expected.identity->joins().empty());
    QVERIFY(found.identity->joins() == expected.identity->joins());
}

/// Only what is loaded says this; what is concluded anew does not.
constexpr const char* mark = "UPDATE understanding SET site_zone = 'Loaded/Zone'";
const std::string markedZone = "Loaded/Zone";

} // namespace

class TestUnderstanding : public QObject
{
    Q_OBJECT

    CaseFolder m_folder;
    std::string m_path;
    AnalysisPtr m_fresh;

    enum class Digest { Renewed, Kept };
    /// As a Whittle would have written it, unless the digest is kept.
    void change(const std::string& sql, Digest digest = Digest::Renewed) const
    {
        auto database = Database::open(m_path, Database::Mode::ReadWrite);
        const auto done = database->execute(sql);
        QVERIFY2(done.hasValue(), sql.c_str());
        if (digest == Digest::Renewed)
            (void)storeDigest(*database, conclusionsPart); // where a table is gone it stays
    }
    std::int64_t count(const std::string& table) const
    {
        return Database::open(m_path, Database::Mode::ReadOnly)
            ->integer("SELECT count(*) FROM " + table)
            .value();
    }

private Q_SLOTS:
    /// Each test finds a closed case with what was concluded in it.
    void init()
    {
        m_path = m_folder.path(std::string(QTest::currentTestFunction()) + ".whittle").string();
        if (const char* tag = QTest::currentDataTag())
            m_path += tag;
        const auto file = CaseFile::create(m_path).value();
        for (const fs::path& path : sampleFiles())
            CaseFolder::import(*file, path);
        m_fresh = analysed(*file);
        QVERIFY(m_fresh);
    }
    void isEqualWhenLoaded();
    void everyMemberOfARegistration();
    void everyMemberOfAClock();
    void isLoaded();
    void pausesAreLoaded();
    void holdsForItsBuildAlone();
    void holdsForItsSourcesAlone();
    void goesWithASource();
    void isTakenOverWhereNothingIsTouched();
    void ofAnotherCaseIsNotTakenOver();
    void isMadeAnewWhenDamaged_data();
    void isMadeAnewWhenDamaged();
    void isMadeAnewWhenAValueIsAnother();
    void isNotStoredWhereNothingCanBeWritten();
    void isNotStoredByABuildWithoutIdentifier();
    void costsNoLookAtTheEvidenceAgain();
    void isForgottenWithItsAnalysis();
    void stopsWherever();
    void buildHasAnIdentifier();
    void identifierInNotes();
};

void TestUnderstanding::isEqualWhenLoaded()
{
    const auto file = CaseFile::open(m_path).value();
    compareAll(*analysed(*file), *m_fresh);
}

/// Those that the sample has none of, too.
void TestUnderstanding::everyMemberOfARegistration()
{
    const auto file = CaseFile::open(m_path).value();
    Understanding made = *m_fresh;
    Registration& one = made.devices.front().registrations.front();
    one.protocol = RegistrationProtocol::Sip;
    one.id = "a;b=c@10.2.1.11";
    one.began = RegistrationBegin::ReRegister;
    one.ended = RegistrationEnd::Expired;
    one.closedBy = RegistrationCloser::Cucm;
    one.reason = 13;
    one.reasonName = "KeepAliveTimeout";
    one.lastCode = 17;
    one.last = "KeepaliveTO";
    one.missing = 3;
    one.grantedSeconds = 120;
    one.observedMs = 115'012;
    one.gaps = {{{1}, {2}}, {{-4}, {5}}};
    QVERIFY(storeUnderstanding(*file->writer(), made, buildId(), {}).hasValue());
    Understanding known;
    known.evidence = made.evidence;
    known.sources = made.sources;
    const auto loaded = loadUnderstanding(**file->newReader(), known, buildId());
    QVERIFY(loaded);
    const Registration& found = loaded->devices.front().registrations.front();
    QCOMPARE(found.id, one.id);
    QCOMPARE(found.began, one.began);
    QCOMPARE(found.ended, one.ended);
    QCOMPARE(fieldsOf(found), fieldsOf(one));
    QVERIFY(found.gaps == one.gaps);
}

void TestUnderstanding::everyMemberOfAClock()
{
    const auto file = CaseFile::open(m_path).value();
    Understanding made = *m_fresh;
    SourceClock& clock = made.sources.back().clock;
    clock.steps = {{{5}, {4}, {6}, 3, 2, 4, 17}, {{50}, {40}, {60}, -30, -31, -29, 0}};
    clock.beforeStepsNs = -3;
    clock.contradicted = {"a b.pcap", "10.2.1.11"};
    QVERIFY(storeUnderstanding(*file->writer(), made, buildId(), {}).hasValue());
    Understanding known;
    known.evidence = made.evidence;
    known.sources = made.sources;
    for (AnalysedSource& source : known.sources)
        source.clock = {};
    const auto loaded = loadUnderstanding(**file->newReader(), known, buildId());
    QVERIFY(loaded);
    const SourceClock& found = loaded->sources.back().clock;
    QVERIFY(found.steps == clock.steps);
    QCOMPARE(found.beforeStepsNs, clock.beforeStepsNs);
    QCOMPARE(found.contradicted, clock.contradicted);
}

void TestUnderstanding::isLoaded()
{
    change(mark);
    const auto file = CaseFile::open(m_path).value();
    QCOMPARE(analysed(*file)->siteZone, markedZone);
}

/// What is kept of a source's coverage is what was concluded, not what the import said of it.
void TestUnderstanding::pausesAreLoaded()
{
    change("INSERT INTO recorded SELECT source, last, last FROM recorded WHERE rowid = 1");
    change("UPDATE understanding SET rows = rows + 1");
    const auto spans = [](const Analysis& analysis) {
        std::size_t all = 0;
        for (const AnalysedSource& source : analysis.sources)
            all += source.row.coverage.size();
        return all;
    };
    const auto file = CaseFile::open(m_path).value();
    const AnalysisPtr analysis = analysed(*file);
    QCOMPARE(spans(*analysis), spans(*m_fresh) + 1);
    const auto again = understand(*file, analysis.get(), {});
    QVERIFY(again.hasValue());
    QVERIFY(again->sources.front().row.coverage == analysis->sources.front().row.coverage);
}

void TestUnderstanding::holdsForItsBuildAlone()
{
    change(mark);
    change("UPDATE understanding SET build = 'another'");
    const auto file = CaseFile::open(m_path).value();
    compareAll(*analysed(*file), *m_fresh);
    compareAll(*analysed(*file), *m_fresh); // by now it is stored by this build
}

void TestUnderstanding::holdsForItsSourcesAlone()
{
    change(mark);
    const auto file = CaseFile::open(m_path).value();
    CaseFolder::import(*file, m_folder.write("notes.txt", "nothing that is known\n"));
    const AnalysisPtr analysis = analysed(*file);
    QCOMPARE(analysis->sources.size(), m_fresh->sources.size() + 1);
    QCOMPARE(analysis->siteZone, m_fresh->siteZone);
}

/// What is stored of the phones holds although a source came to it; all else is concluded anew.
void TestUnderstanding::isTakenOverWhereNothingIsTouched()
{
    change("UPDATE phone_mark SET kind = 'taken-over'");
    change("UPDATE outcome SET needs = 'x'");
    const auto file = CaseFile::open(m_path).value();
    CaseFolder::import(*file, m_folder.write("notes.txt", "nothing that is known\n"));
    const AnalysisPtr analysis = analysed(*file);
    QVERIFY(!m_fresh->devices.front().marks.empty());
    for (const DeviceHistory& device : analysis->devices) {
        for (const DeviceMark& mark : device.marks)
            QCOMPARE(mark.kind, std::string("taken-over"));
    }
    QCOMPARE(analysis->outcomes.front().needs, m_fresh->outcomes.front().needs);
    QCOMPARE(analysis->devices.front().registrations.size(), m_fresh->devices.front().registrations.size());
}

/// An anonymised copy has the same frames at the same times, and its sources the same numbers.
void TestUnderstanding::ofAnotherCaseIsNotTakenOver()
{
    const auto file = CaseFile::open(m_path).value();
    auto last = std::make_shared<Analysis>(*m_fresh);
    last->evidence = "another";
    for (DeviceHistory& device : last->devices) {
        for (DeviceMark& mark : device.marks)
            mark.kind = "taken-over";
    }
    const auto firstMark = [&] {
        change("DELETE FROM understanding");
        return analyse(*file, knowledge(), {}, last).value()->devices.front().marks.front().kind;
    };
    QCOMPARE(firstMark(), std::string("taken-over"));
    last->sources.front().row.sha256 = "another";
    QCOMPARE(firstMark(), m_fresh->devices.front().marks.front().kind);
}

void TestUnderstanding::goesWithASource()
{
    {
        const auto file = CaseFile::open(m_path).value();
        QVERIFY(file->writer()->removeSource(m_fresh->sources.front().row.id).hasValue());
    }
    QCOMPARE(count("understanding"), 0);
    QCOMPARE(count("outcome_event"), 0);
    const auto file = CaseFile::open(m_path).value();
    QCOMPARE(analysed(*file)->sources.size(), m_fresh->sources.size() - 1);
}

void TestUnderstanding::isMadeAnewWhenDamaged_data()
{
    QTest::addColumn<QString>("damage");
    const auto row = [](const char* name, const char* damage) {
        QTest::newRow(name) << QString::fromLatin1(damage);
    };
    row("table", "DROP TABLE phone_mark");
    row("first-table", "DROP TABLE understanding");
    row("column", "ALTER TABLE outcome DROP COLUMN needs");
    row("row", "DELETE FROM ntp_poll WHERE rowid = 3");
    row("rows", "DELETE FROM outcome");
    row("enumeration", "UPDATE registration SET ended = 99 WHERE rowid = 2");
    row("owner", "UPDATE phone_mark SET phone = 999 WHERE rowid = 2");
    row("no-owner", "UPDATE outcome_event SET outcome = 0 WHERE rowid = 1");
    row("source", "UPDATE outcome_event SET source = 77 WHERE rowid = 1");
    row("address", "UPDATE lease SET address = 'nowhere' WHERE rowid = 1");
    row("seen-by", "UPDATE registration SET seen_by = 'item=12345' WHERE rowid = 1");
    row("protocol", "UPDATE registration SET protocol = 3 WHERE rowid = 1");
    row("gap", "UPDATE registration SET gaps = 'from=1' WHERE rowid = 1");
    row("join", "UPDATE joined SET kind = 12 WHERE rowid = 1");
    row("recorded", "UPDATE recorded SET source = 77 WHERE rowid = 1");
    row("number", "UPDATE clock SET drift = NULL WHERE error IS NOT NULL");
}

void TestUnderstanding::isMadeAnewWhenDamaged()
{
    QFETCH(QString, damage);
    if (damage != QLatin1String("DROP TABLE understanding"))
        change(mark);
    change(damage.toStdString());
    {
        const auto file = CaseFile::open(m_path).value();
        compareAll(*analysed(*file), *m_fresh);
    }
    change(mark); // and what it made is stored again
    const auto file = CaseFile::open(m_path).value();
    QCOMPARE(analysed(*file)->siteZone, markedZone);
}

/// One that makes as much sense as the one that was written.
void TestUnderstanding::isMadeAnewWhenAValueIsAnother()
{
    change("UPDATE registration SET last = last + 1000000000 WHERE rowid = 2", Digest::Kept);
    const auto file = CaseFile::open(m_path).value();
    compareAll(*analysed(*file), *m_fresh);
}

void TestUnderstanding::isNotStoredWhereNothingCanBeWritten()
{
    change("UPDATE understanding SET build = 'another'");
    const int lock = ::open(m_path.c_str(), O_RDONLY | O_CLOEXEC);
    QCOMPARE(::flock(lock, LOCK_EX | LOCK_NB), 0);
    {
        const auto file = CaseFile::open(m_path).value();
        QVERIFY(file->isReadOnly());
        compareAll(*analysed(*file), *m_fresh);
    }
    ::close(lock);
    QCOMPARE(count("understanding WHERE build = 'another'"), 1);
}

void TestUnderstanding::isNotStoredByABuildWithoutIdentifier()
{
    const auto file = CaseFile::open(m_path).value();
    const auto reader = file->newReader();
    Understanding known;
    known.evidence = m_fresh->evidence;
    known.sources = m_fresh->sources;
    QVERIFY(loadUnderstanding(**reader, known, buildId()));
    QVERIFY(!loadUnderstanding(**reader, known, ""));
    QVERIFY(storeUnderstanding(*file->writer(), *m_fresh, "", {}).hasValue());
    QVERIFY(loadUnderstanding(**reader, known, buildId())); // untouched
}

/// A new answer is judged with what is known: there is no event left that could be read.
void TestUnderstanding::costsNoLookAtTheEvidenceAgain()
{
    change("DELETE FROM event; DELETE FROM event_block; DELETE FROM train; DELETE FROM understanding");
    const auto file = CaseFile::open(m_path).value();
    QVERIFY(file->writer()->setAnswer("phone-reboots", "yes").hasValue());
    const AnalysisPtr judged = analysed(*file, m_fresh);
    QCOMPARE(judged->answers.size(), std::size_t{1});
    QVERIFY(judged->diagnosis.answered.size() > m_fresh->diagnosis.answered.size());
    QCOMPARE(QString::fromStdString(spans(*judged)), QString::fromStdString(spans(*m_fresh)));
    QCOMPARE(judged->findings.size(), m_fresh->findings.size());
}

void TestUnderstanding::isForgottenWithItsAnalysis()
{
    const auto file = CaseFile::open(m_path).value();
    const RememberingAnalysis analyseAgain;
    AnalysisPtr shown = analyseAgain(*file, knowledge(), {}).value();
    change("DELETE FROM event; DELETE FROM event_block; DELETE FROM train; DELETE FROM understanding");
    AnalysisPtr again = analyseAgain(*file, knowledge(), {}).value();
    compareAll(*again, *shown);
    shown.reset();
    again.reset();
    QVERIFY(analyseAgain(*file, knowledge(), {}).value()->devices.empty());
}

/// Whenever it is asked to: either all of it, or Cancelled and nothing in the case.
void TestUnderstanding::stopsWherever()
{
    const auto file = CaseFile::open(m_path).value();
    for (int delay = 0; delay < 200; delay += 20) {
        QVERIFY(storeUnderstanding(*file->writer(), *m_fresh, "another", {}).hasValue());
        std::stop_source stop;
        std::jthread stopper([&] {
            std::this_thread::sleep_for(std::chrono::milliseconds(delay));
            stop.request_stop();
        });
        if (delay == 0)
            stopper.join();
        const auto analysis = analyse(*file, knowledge(), stop.get_token());
        if (analysis)
            compareAll(**analysis, *m_fresh);
        else
            QCOMPARE(analysis.error().code, ErrorCode::Cancelled);
        QVERIFY(analysis || delay > 0 || count("understanding WHERE build = 'another'") == 1);
    }
}

void TestUnderstanding::buildHasAnIdentifier()
{
    QVERIFY(buildId().size() >= 16);
    QVERIFY(std::ranges::all_of(buildId(), [](unsigned char c) { return std::isxdigit(c); }));
}

void TestUnderstanding::identifierInNotes()
{
    const auto note = [](const std::string& name, const std::string& descriptor, char type) {
        const auto size = [](std::size_t n) { return std::string{static_cast<char>(n), 0, 0, 0}; };
        const auto padded = [](std::string text) {
            text.resize((text.size() + 3) / 4 * 4);
            return text;
        };
        return size(name.size()) + size(descriptor.size()) + std::string{type, 0, 0, 0} + padded(name)
            + padded(descriptor);
    };
    const std::string gnu("GNU\0", 4);
    const std::string id = note(gnu, "\x01\xAB\xFF", 3);
    QCOMPARE(buildIdIn(asBytes(id)), std::string("01abff"));
    QCOMPARE(buildIdIn(asBytes(note(gnu, "abcd", 1) + note("stapsdt", "x", 3) + id)), std::string("01abff"));
    QCOMPARE(buildIdIn(asBytes(note(gnu, "abcd", 1))), std::string());
    QCOMPARE(buildIdIn({}), std::string());
    for (std::size_t cut = 0; cut < 16; ++cut)
        QCOMPARE(buildIdIn(asBytes(std::string_view(id).substr(0, cut))), std::string());
}

QTEST_GUILESS_MAIN(TestUnderstanding)
#include "tst_understanding.moc"
