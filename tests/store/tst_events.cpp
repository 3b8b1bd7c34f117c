// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <random>

#include <QTemporaryDir>
#include <QTest>

#include "models/base/fields.h"
#include "models/store/casefile.h"
#include "models/store/casereader.h"
#include "models/store/casewriter.h"
#include "models/store/density.h"
#include "models/store/eventblock.h"
#include "models/store/sourcenames.h"
#include "models/store/sourcewriter.h"
#include "models/store/train.h"

using namespace whittle;

namespace
{

const Endpoint phone{IpAddress::v4(10, 2, 16, 37), 49152};
const Endpoint node{IpAddress::v4(10, 2, 1, 11), 2000};

/// An event with memory of its own, to compare what went in with what comes out.
EventRow eventRow(std::uint64_t frame, std::uint32_t ordinal, std::int64_t ns, const std::string& kind)
{
    return {{SourceId{1}, {PlaceUnit::Frame, frame}, ordinal},
            {ns},
            kind,
            "SEP001E7A24429A",
            phone,
            node,
            "message-id=0x0000"};
}

std::string describe(const EventRow& row)
{
    return toText(row.ref.place) + "." + std::to_string(row.ref.ordinal) + " " + std::to_string(row.time.ns)
        + " " + row.kind + " " + row.device + " " + toText(row.source) + ">" + toText(row.destination) + " "
        + row.fields;
}

void write(CaseFile& file, const std::vector<EventRow>& rows, const std::string& name = "a.pcap")
{
    auto writer = file.writer()->addSource(name, "/x/" + name);
    for (const EventRow& row : rows) {
        (*writer)->event({.kind = row.kind,
                          .time = row.time,
                          .place = row.ref.place,
                          .device = row.device,
                          .source = row.source,
                          .destination = row.destination,
                          .fields = row.fields,
                          .repeats = row.kind.starts_with("sccp.keepalive")});
    }
    QVERIFY((*writer)
                ->complete({.bytes = 1, .format = "pcap", .unit = PlaceUnit::Frame, .records = rows.size()})
                .hasValue());
}

std::vector<std::string> read(const CaseFile& file, const EventFilter& filter = {})
{
    std::vector<std::string> texts;
    const auto done = file.newReader().value()->forEachEvent(filter, [&](const EventRow& row) {
        texts.push_back(describe(row));
        return true;
    });
    return done ? texts : std::vector<std::string>{toText(done.error())};
}

/// The events that are in no train, of the only source, all at once, or an error.
std::vector<std::string> readAtOnce(const CaseFile& file)
{
    std::vector<EventRow> rows{eventRow(99, 0, 99, "of a source before it")};
    const auto done = file.newReader().value()->appendSingles(SourceId{1}, rows, {});
    if (describe(rows.front()) != describe(eventRow(99, 0, 99, "of a source before it")))
        return {"what was there has changed"};
    rows.erase(rows.begin());
    std::vector<std::string> texts;
    for (const EventRow& row : rows)
        texts.push_back(describe(row));
    return done ? texts : std::vector<std::string>{toText(done.error())};
}

/// Keepalives of several phones with jitter and gaps, and single events between them, in the order of the
/// frames.
std::vector<EventRow> busyHour(unsigned seed)
{
    std::mt19937 random(seed);
    std::vector<EventRow> rows;
    std::uint64_t frame = 0;
    for (std::int64_t second = 0; second < 3600; ++second) {
        for (std::int64_t i = 0; i < 8; ++i) {
            if ((second + i * 3) % 30 != 0 || random() % 50 == 0)
                continue;
            const std::int64_t ns =
                second * nsPerSecond + static_cast<std::int64_t>(random() % 1'000'000) * (i % 2 ? 1 : 1000);
            ++frame;
            std::uint32_t ordinal = 0;
            rows.push_back(eventRow(frame, ordinal++, ns, "sccp.keepalive"));
            rows.back().device = "SEP00000000000" + std::to_string(i);
            rows.back().source.port = static_cast<std::uint16_t>(50'000 + i);
            if (random() % 3 == 0)
                rows.push_back(eventRow(frame, ordinal++, ns, "sccp.keepalive-ack"));
            if (random() % 7 == 0)
                rows.push_back(eventRow(frame, ordinal++, ns, "sccp.alarm"));
        }
    }
    return rows;
}

} // namespace

class TestEvents : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_number = 0;
    std::shared_ptr<CaseFile> newCase()
    {
        return CaseFile::create(m_folder.filePath(QString::number(m_number++)).toStdString() + ".whittle")
            .value();
    }

private Q_SLOTS:
    void whatASourceCouldNotShow();
    void damagedTrainEnds();
    void trainsExpandExactly();
    void timesOfATrainsMembers();
    void trainsFitIntoTheirPages();
    void moreTrainsThanAreKeptOpen();
    void singleEventsComeBackFromBlocks();
    void placesThatGoBackAreKept();
    void namesAreKeptAsUtf8();
    void blocksTakeLittleRoom();
    void anyNumberOfBlocksIsReadAtOnce();
    void damagedBlockIsNoEvents();
    void readingAtOnceCanBeStopped();
    void silenceEndsATrain();
    void everyEventIsFoundByItsAddress();
    void filtersByKindDeviceAndTime();
    void countsKinds();
    void keepsTextOfAnyKind();
    void problemsComeBack();
    void tooManyProblemsAreCut();
    void densityCountsEachEventOnce();
    void densityOfAClockThatJumps();
    void densityOfDamagedBins();
    void globs_data();
    void globs();
};

void TestEvents::damagedTrainEnds()
{
    TrainUnpacker cut({1, 0, {0}}, 1000, {std::byte{0x80}});
    QVERIFY(!cut.next());
    TrainUnpacker absurd({1, 0, {INT64_MAX}}, 2,
                         {std::byte{2}, std::byte{0xFE}, std::byte{0xFF}, std::byte{0xFF}, std::byte{0x7F}});
    QVERIFY(absurd.next()); // wraps, and does not trap
    QVERIFY(!absurd.next());
}

void TestEvents::trainsExpandExactly()
{
    for (unsigned seed = 1; seed <= 5; ++seed) {
        const auto file = newCase();
        const auto rows = busyHour(seed);
        write(*file, rows);
        std::vector<std::string> expected;
        for (const EventRow& row : rows)
            expected.push_back(describe(row));
        QCOMPARE(read(*file), expected);
        std::uint64_t inTrains = 0;
        QVERIFY(file->newReader()
                    .value()
                    ->forEachTrain({},
                                   [&](const TrainRow& train) {
                                       inTrains += train.count;
                                       return true;
                                   })
                    .hasValue());
        QVERIFY(inTrains > rows.size() / 2);
    }
}

void TestEvents::timesOfATrainsMembers()
{
    const auto file = newCase();
    write(*file, busyHour(1));
    const auto reader = file->newReader();
    std::vector<TrainRow> trains;
    const auto keep = [&](const TrainRow& train) {
        trains.push_back(train);
        return true;
    };
    QVERIFY(reader.value()->forEachTrain({}, keep).hasValue());
    QVERIFY(!trains.empty());
    for (const TrainRow& train : trains) {
        const auto times = reader.value()->memberTimes(train);
        QVERIFY(times.hasValue());
        QCOMPARE(times->size(), std::size_t{train.count});
        QVERIFY(times->front() == train.first.time && times->back() == train.lastTime);
        QVERIFY(std::ranges::is_sorted(*times));
    }
    TrainRow none = trains.front();
    none.first.ref.place.number += 1'000'000;
    QVERIFY(reader.value()->memberTimes(none)->empty());
}

/// SQLite gives a row that is longer than a quarter of a page further pages of its own.
void TestEvents::trainsFitIntoTheirPages()
{
    TrainPacker train({1, 0, {0}});
    std::int64_t ns = 0;
    std::uint64_t frame = 1;
    while (train.add(
        {frame += 2600, 0, {ns += 30 * nsPerSecond + static_cast<std::int64_t>(frame % 19'937) * 1000}})) { }
    QVERIFY(train.count() > 100);
    QVERIFY(train.bytes().size() < 900);
}

void TestEvents::moreTrainsThanAreKeptOpen()
{
    const auto file = newCase();
    std::vector<EventRow> rows;
    std::vector<std::string> expected;
    for (std::uint64_t frame = 1; frame <= 50'000; ++frame) {
        rows.push_back(eventRow(frame, 0, static_cast<std::int64_t>(frame) * 1'000'000, "sccp.keepalive"));
        rows.back().source.address = IpAddress::v4(10, 0, static_cast<std::uint8_t>(frame % 20'000 / 256),
                                                   static_cast<std::uint8_t>(frame % 20'000 % 256));
        expected.push_back(describe(rows.back()));
    }
    write(*file, rows);
    QCOMPARE(read(*file), expected);
}

void TestEvents::singleEventsComeBackFromBlocks()
{
    std::mt19937_64 random(11);
    const auto file = newCase();
    std::vector<EventRow> rows;
    std::vector<std::string> expected;
    const std::string long64(70, ';'); // more fields than a block tells apart
    for (std::uint64_t frame = 1; frame <= 20'000; ++frame) {
        const auto ns = static_cast<std::int64_t>(random());
        rows.push_back(eventRow(frame, 0, ns, random() % 3 ? "ntp.client" : "sip.register"));
        EventRow& row = rows.back();
        row.source.port = static_cast<std::uint16_t>(random() % 50);
        const std::string fields[] = {"",     ";",
                                      long64, "a=1;b=" + std::to_string(random() % 1000),
                                      "a=1",  "call-id=" + std::string(random() % 300, 'x')};
        row.fields = fields[random() % std::size(fields)];
        expected.push_back(describe(row));
    }
    write(*file, rows);
    QVERIFY(read(*file) == expected);
    QVERIFY(readAtOnce(*file) == expected);
    const auto reader = file->newReader().value();
    for (std::size_t i = 0; i < rows.size(); i += 997)
        QCOMPARE(describe(reader->event(rows[i].ref)->value()), expected[i]);
    std::size_t some = 0;
    for (const EventRow& row : rows)
        some += row.kind == "sip.register" && row.time >= SourceTime{0};
    QCOMPARE(read(*file, {.kinds = {"sip.*"}, .from = SourceTime{0}}).size(), some);
}

void TestEvents::placesThatGoBackAreKept()
{
    const auto file = newCase();
    std::vector<EventRow> rows;
    for (const std::uint64_t frame : {10, 7, 20, 8, 21})
        rows.push_back(eventRow(frame, 0, static_cast<std::int64_t>(frame), "dhcp.ack"));
    write(*file, rows);
    std::ranges::sort(rows, {}, &EventRow::ref);
    std::vector<std::string> expected;
    for (const EventRow& row : rows)
        expected.push_back(describe(row));
    QCOMPARE(read(*file), expected);
    QCOMPARE(readAtOnce(*file), expected);
}

/// As many as are read at once, twice, and a few more or less: none is left out, none comes twice.
void TestEvents::anyNumberOfBlocksIsReadAtOnce()
{
    for (const int blocks : {1, 63, 64, 65, 127, 128, 129}) {
        const auto file = newCase();
        write(*file, {eventRow(1, 0, 1, "dhcp.ack")});
        QVERIFY(Database::open(file->path(), Database::Mode::ReadWrite)
                    ->execute(
                        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < "
                        + std::to_string(blocks)
                        + ") INSERT INTO event_block(source, place, ordinal, time, earliest, latest, count, "
                          "events) SELECT source, i, ordinal, time, earliest, latest, count, events FROM "
                          "n, event_block WHERE i > 1")
                    .hasValue());
        QCOMPARE(readAtOnce(*file).size(), static_cast<std::size_t>(blocks));
        QCOMPARE(readAtOnce(*file), read(*file));
    }
}

void TestEvents::namesAreKeptAsUtf8()
{
    const auto file = newCase();
    EventRow row = eventRow(1, 0, 1, "sccp.register");
    row.device = "SEP\xFF\x7F";
    write(*file, {row});
    row.device = "SEP\xC3\xBF\x7F";
    QCOMPARE(read(*file), std::vector<std::string>{describe(row)});
}

void TestEvents::blocksTakeLittleRoom()
{
    EventBlockPacker packer;
    std::size_t text = 0;
    std::uint64_t frame = 0;
    while (!packer.isFull()) {
        const std::string fields =
            "version=4;mode=3;stratum=0;refid=0.0.0.0;poll=6;transmit=0xcd521c00" + std::to_string(frame);
        text += fields.size();
        packer.add({++frame, 0, {static_cast<std::int64_t>(frame) * nsPerSecond}}, {1, 2, 3}, fields);
    }
    const EventBlock block = packer.take();
    QVERIFY(block.bytes.size() * 3 < text);
    QVERIFY(packer.isEmpty());
    EventBlockReader reader;
    reader.open(block);
    for (std::uint64_t i = 0; i < block.count; ++i)
        QVERIFY(reader.next() && reader.at().place == i + 1);
    QVERIFY(!reader.next() && !reader.isDamaged());
}

void TestEvents::damagedBlockIsNoEvents()
{
    EventBlockPacker packer;
    for (std::uint64_t i = 1; i <= 50; ++i)
        packer.add({i, 0, {static_cast<std::int64_t>(i)}}, {0, 0, 0}, "a=1;b=" + std::to_string(i));
    const EventBlock whole = packer.take();
    for (std::size_t cut = 0; cut < whole.bytes.size(); ++cut) {
        EventBlock block = whole;
        block.bytes.resize(cut);
        EventBlockReader reader;
        reader.open(block);
        while (reader.next()) { }
        QVERIFY(reader.isDamaged());
    }
    const auto file = newCase();
    write(*file, {eventRow(1, 0, 1, "dhcp.ack")});
    QVERIFY(Database::open(file->path(), Database::Mode::ReadWrite)
                ->execute("UPDATE event_block SET events = x'80'")
                .hasValue());
    QCOMPARE(read(*file).size(), 1U);
    QVERIFY2(read(*file).front().find("damaged") != std::string::npos, read(*file).front().c_str());
    QCOMPARE(readAtOnce(*file), read(*file));
    QVERIFY(Database::open(file->path(), Database::Mode::ReadWrite)
                ->execute("UPDATE event_block SET count = 4000000000")
                .hasValue());
    QVERIFY2(readAtOnce(*file).front().find("damaged") != std::string::npos,
             "a count that no block can hold");
}

/// What is asked to stop gives what it has and says so.
void TestEvents::readingAtOnceCanBeStopped()
{
    const auto file = newCase();
    write(*file, {eventRow(1, 0, 1, "dhcp.ack")});
    std::stop_source stop;
    stop.request_stop();
    std::vector<EventRow> rows;
    const auto done = file->newReader().value()->appendSingles(SourceId{1}, rows, stop.get_token());
    QVERIFY(!done);
    QCOMPARE(done.error().code, ErrorCode::Cancelled);
}

void TestEvents::silenceEndsATrain()
{
    const auto file = newCase();
    std::vector<EventRow> rows;
    for (std::int64_t i = 0; i < 20; ++i)
        rows.push_back(eventRow(static_cast<std::uint64_t>(i + 1), 0,
                                (i < 10 ? i * 30 : i * 30 + 120) * nsPerSecond, "sccp.keepalive"));
    write(*file, rows);
    std::vector<TrainRow> trains;
    QVERIFY(file->newReader()
                .value()
                ->forEachTrain({},
                               [&](const TrainRow& train) {
                                   trains.push_back(train);
                                   return true;
                               })
                .hasValue());
    QCOMPARE(trains.size(), 2U);
    QCOMPARE(trains[0].count, 10U);
    QCOMPARE(trains[0].intervalNs, 30 * nsPerSecond);
    QCOMPARE(trains[0].lastTime.ns, 270 * nsPerSecond);
    QCOMPARE(trains[1].first.time.ns, 420 * nsPerSecond);
}

void TestEvents::everyEventIsFoundByItsAddress()
{
    const auto file = newCase();
    const auto rows = busyHour(9);
    write(*file, rows);
    const auto reader = file->newReader().value();
    for (std::size_t i = 0; i < rows.size(); i += 17) {
        const auto found = reader->event(rows[i].ref);
        QVERIFY(found.hasValue() && found->has_value());
        QCOMPARE(describe(**found), describe(rows[i]));
    }
    QVERIFY(!reader->event({SourceId{1}, {PlaceUnit::Frame, 999'999}, 0}).value());
    QVERIFY(!reader->event({SourceId{1}, {PlaceUnit::Frame, 1}, 99}).value());
    QVERIFY(!reader->event({SourceId{7}, {PlaceUnit::Frame, 1}, 0}).value());
}

void TestEvents::filtersByKindDeviceAndTime()
{
    const auto file = newCase();
    const auto rows = busyHour(4);
    write(*file, rows);
    const EventFilter filter{.kinds = {"sccp.keepalive", "dhcp.*"},
                             .device = "SEP000000000003",
                             .from = SourceTime{600 * nsPerSecond},
                             .to = SourceTime{1200 * nsPerSecond}};
    std::vector<std::string> expected;
    for (const EventRow& row : rows) {
        if (row.kind == "sccp.keepalive" && row.device == filter.device && row.time >= *filter.from
            && row.time <= *filter.to)
            expected.push_back(describe(row));
    }
    QVERIFY(expected.size() > 10);
    QCOMPARE(read(*file, filter), expected);
    QVERIFY(read(*file, {.kinds = {"sip.*"}}).empty());
    QVERIFY(read(*file, {.source = SourceId{2}}).empty());
}

void TestEvents::countsKinds()
{
    const auto file = newCase();
    const auto rows = busyHour(2);
    write(*file, rows);
    write(*file, rows, "b.pcap");
    std::map<std::string, std::uint64_t> expected;
    for (const EventRow& row : rows)
        expected[row.kind] += 2;
    QVERIFY(file->newReader().value()->eventCounts().value() == expected);
    const auto bySource = file->newReader().value()->eventCountsBySource().value();
    QCOMPARE(bySource.size(), 2U);
    for (auto& [kind, count] : expected)
        count /= 2;
    for (const auto& [source, counts] : bySource)
        QVERIFY(counts == expected);
}

void TestEvents::keepsTextOfAnyKind()
{
    const auto file = newCase();
    FieldWriter fields;
    fields.add("text", std::string_view("a;b%c\td\0e\xff\xc3\xa4", 12));
    EventRow row = eventRow(1, 0, -5, "phone.other");
    row.fields = fields.text();
    row.device.clear();
    row.destination = {*IpAddress::fromText("2001:db8::1"), 5060};
    write(*file, {row});
    QCOMPARE(read(*file), std::vector<std::string>{describe(row)});
    QCOMPARE(*FieldView(row.fields).value("text"), std::string("a;b%c\td\0e\xff\xc3\xa4", 12));
}

void TestEvents::problemsComeBack()
{
    const auto file = newCase();
    const Problem expected{
        Severity::DataLoss, "capture.record-cut", Place{PlaceUnit::Frame, 3}, {"10", "a;b", ""}};
    auto writer = file->writer()->addSource("a", "/a");
    (*writer)->problem(expected);
    (*writer)->problem({Severity::Info, "no-arguments", {}, {}});
    QVERIFY((*writer)->complete({}).hasValue());
    const auto problems = file->newReader().value()->sources().value().at(0).problems;
    QCOMPARE(problems.size(), 2U);
    QVERIFY(problems[0] == expected);
    QVERIFY(problems[1].arguments.empty() && !problems[1].place);
    const auto heads = file->newReader().value()->sourceHeads().value();
    QVERIFY(heads.size() == 1 && heads[0].path == "a" && heads[0].problems.empty());
}

void TestEvents::tooManyProblemsAreCut()
{
    const auto file = newCase();
    auto writer = file->writer()->addSource("a", "/a");
    for (int i = 0; i < 5000; ++i)
        (*writer)->problem({Severity::Notice, "same", {}, {}});
    QVERIFY((*writer)->complete({}).hasValue());
    const auto problems = file->newReader().value()->sources().value().at(0).problems;
    QCOMPARE(problems.size(), 1001U);
    QCOMPARE(problems.back().id, std::string("import.more-problems"));
}

void TestEvents::densityCountsEachEventOnce()
{
    const auto file = newCase();
    std::mt19937_64 random(3);
    std::vector<EventRow> rows;
    for (std::uint64_t frame = 1; frame <= 100'000; ++frame) // out of order, before 1970, over weeks
        rows.push_back(eventRow(
            frame, 0, static_cast<std::int64_t>(random() % 4'000'000) * nsPerSecond - 1000 * nsPerSecond,
            "dhcp.ack"));
    write(*file, rows);
    const auto reader = file->newReader().value();
    for (const std::int64_t width : {1LL, 60LL, 5000LL, 1'000'000LL}) {
        const auto bins = reader->density(SourceId{1}, {-1000 * nsPerSecond}, {4'000'000 * nsPerSecond},
                                          width * nsPerSecond);
        std::uint64_t sum = 0;
        for (const DensityBin& bin : *bins) {
            QVERIFY(bin.widthNs <= width * nsPerSecond);
            sum += bin.count;
        }
        QCOMPARE(sum, 100'000U);
    }
    const auto some = reader->density(SourceId{1}, {0}, {999 * nsPerSecond}, nsPerSecond);
    const auto inside = std::ranges::count_if(
        rows, [](const EventRow& row) { return row.time.ns >= 0 && row.time.ns < 1000 * nsPerSecond; });
    std::uint64_t sum = 0;
    for (const DensityBin& bin : *some)
        sum += bin.count;
    QCOMPARE(sum, static_cast<std::uint64_t>(inside));
}

/// Back and forth makes no more rows than the same events in order.
void TestEvents::densityOfAClockThatJumps()
{
    const auto rowsOf = [](const std::vector<SourceTime>& times) {
        DensityCounter counter;
        for (const SourceTime time : times)
            counter.add(time);
        return counter.takeRows().size();
    };
    std::vector<SourceTime> times;
    for (std::int64_t i = 0; i < 100'000; ++i)
        times.push_back({(i % 2 * 3'600 + i / 20) * nsPerSecond});
    const std::size_t jumping = rowsOf(times);
    std::ranges::sort(times);
    QCOMPARE(jumping, rowsOf(times));
}

void TestEvents::densityOfDamagedBins()
{
    std::map<std::int64_t, std::uint64_t> counts;
    QVERIFY(!unpackDensity({0, 0, {std::byte{0x80}}}, counts));
    QVERIFY(!unpackDensity({0, 0, {std::byte{0xFF}, std::byte{0x7F}, std::byte{1}}}, counts));
}

void TestEvents::globs_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<std::string>("pattern");
    QTest::addColumn<bool>("matches");
    QTest::newRow("other") << std::string("dhcp.nak") << std::string("sccp.*") << false;
    QTest::newRow("prefix only") << std::string("dhcp.nak") << std::string("dhcp") << false;
    QTest::newRow("exact") << std::string("dhcp.nak") << std::string("dhcp.nak") << true;
    QTest::newRow("star") << std::string("dhcp.nak") << std::string("dhcp.*") << true;
    QTest::newRow("all") << std::string("") << std::string("*") << true;
    QTest::newRow("middle") << std::string("sccp.keepalive-ack") << std::string("*alive*k") << true;
    QTest::newRow("one") << std::string("a") << std::string("?") << true;
    QTest::newRow("one of none") << std::string("") << std::string("?") << false;
    QTest::newRow("literal star in text") << std::string("a*b") << std::string("a?b") << true;
}

void TestEvents::globs()
{
    QFETCH(std::string, text);
    QFETCH(std::string, pattern);
    QFETCH(bool, matches);
    QCOMPARE(matchesGlob(text, pattern), matches);
}

void TestEvents::whatASourceCouldNotShow()
{
    QTemporaryDir folder;
    auto file = CaseFile::create(folder.filePath(QStringLiteral("a.whittle")).toStdString());
    SourceRow row{.bytes = 1, .format = "pcap", .unit = PlaceUnit::Frame, .records = 1};
    row.year = YearHints{{}, 0, 2};
    row.coverage = {{{10}, {20}}, {{30}, {40}}};
    row.limits = {{"limit.silence", SourceTime{20}, SourceTime{30}, {"1", "a;b=c"}},
                  {"limit.drops", {}, {}, {}}};
    QVERIFY((*(*file)->writer()->addSource("a.pcap", "/x/a.pcap"))->complete(row).hasValue());
    write(**file, {}, "b.pcap");
    const auto sources = (*file)->newReader().value()->sources().value();
    QCOMPARE(sources[0].coverage, row.coverage);
    QCOMPARE(sources[0].limits, row.limits);
    QCOMPARE(sources[0].year, row.year);
    QVERIFY(sources[1].limits.empty());
    QVERIFY(!sources[1].year);
    QVERIFY((*file)->writer()->removeSource(SourceId{1}).hasValue());
    QVERIFY((*file)->newReader().value()->integrityFaults()->empty());
}

QTEST_GUILESS_MAIN(TestEvents)
#include "tst_events.moc"
