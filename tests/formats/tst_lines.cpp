// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "models/formats/lines.h"
#include "tests/formats/reading.h"

using namespace whittle;
using namespace whittle::test;

namespace
{

/// Gives a few bytes at a time, and may break off.
class DripSource : public ByteSource
{
public:
    DripSource(std::string text, std::size_t step, bool breaks = false)
        : m_text(std::move(text))
        , m_step(step)
        , m_breaks(breaks)
    {
    }
    Result<std::size_t> read(std::span<std::byte> buffer) override
    {
        if (m_at == m_text.size() && m_breaks)
            return Error{ErrorCode::Vanished, "gone"};
        const std::size_t count = std::min({m_step, buffer.size(), m_text.size() - m_at});
        std::copy_n(bytesOf(m_text).begin() + static_cast<std::ptrdiff_t>(m_at), count, buffer.begin());
        m_at += count;
        return count;
    }
    Result<std::uint64_t> skip(std::uint64_t count) override
    {
        count = std::min<std::uint64_t>(count, m_text.size() - m_at);
        m_at += count;
        return count;
    }
    std::uint64_t size() const override { return m_text.size(); }

private:
    std::string m_text;
    std::size_t m_step;
    bool m_breaks;
    std::size_t m_at = 0;
};

struct Walk {
    std::vector<std::string> lines;
    std::vector<std::uint64_t> numbers;
    Recorder sink;
    Result<void> end;
    std::uint64_t done = 0;
};

Walk walk(std::unique_ptr<ByteSource> source, std::stop_token stop = {})
{
    Walk walk;
    BlockReader reader(std::move(source));
    Progress progress;
    Lines lines(reader, walk.sink, progress, std::move(stop));
    Line line;
    while (lines.next(line)) {
        walk.lines.emplace_back(line.text);
        walk.numbers.push_back(line.number);
    }
    walk.end = lines.end();
    walk.done = progress.done();
    return walk;
}

Walk walk(std::string_view text)
{
    return walk(memorySource(bytesOf(text)));
}

std::string fetched(std::string_view text, Landmark landmark, std::uint64_t number)
{
    BlockReader reader(memorySource(bytesOf(text)));
    const auto bytes = fetchLine(reader, landmark, number);
    return bytes ? std::string(asText(*bytes)) : "error " + bytes.error().place;
}

} // namespace

class TestLines : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void otherEncodings_data();
    void otherEncodings();
    void brokenSourceIsAnError();
    void stopTokenIsHeard();
    void lineOverOneMebibyteIsCut_data();
    void lineOverOneMebibyteIsCut();
    void ends_data();
    void ends();
    void landmarksEvery1024Lines();
    void manyBlocks();
    void fetchGivesTheBytes();
    void fetchFailures();
};

void TestLines::otherEncodings_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("lines");
    QTest::addColumn<int>("problems");
    QTest::newRow("UTF-8") << QByteArray("B\xC3\xBCro\n") << QByteArray("<B\xC3\xBCro>") << 0;
    QTest::newRow("Windows-1252") << QByteArray("a\nB\xFCro\nB\xFCro \x80\n")
                                  << QByteArray("<a><B\xC3\xBCro><B\xC3\xBCro \xE2\x82\xAC>") << 1;
    QTest::newRow("a byte that it leaves open") << QByteArray("\x81\n") << QByteArray("<\xEF\xBF\xBD>") << 1;
    QTest::newRow("both in one line")
        << QByteArray("\xC3\xBC\xFC\n") << QByteArray("<\xC3\xBC\xC3\xBC>") << 1;
    QTest::newRow("CR alone") << QByteArray("one\rtwo\r") << QByteArray("<one><two>") << 0;
    QTest::newRow("CR alone, last without") << QByteArray("one\rtwo") << QByteArray("<one><two>") << 0;
    QTest::newRow("colours") << QByteArray("\x1B[1mone\x1B[0m\ntwo\n") << QByteArray("<one><two>") << 0;
    QTest::newRow("typed wrong") << QByteArray("tq\bwo\n") << QByteArray("<two>") << 0;
    QTest::newRow("pagers") << QByteArray("one\n--More-- \b\b\b\b\b\b\b\b\b         \b\b\b\b\b\b\b\b\btwo\n")
                            << QByteArray("<one><two>") << 0;
    QTest::newRow("viewer") << QByteArray(
        "one\noptions: q=quit, n=next, p=prev, b=begin, e=end (lines 1 - 20 of 40) : two\n<MORE>three\n")
                            << QByteArray("<one><two><three>") << 0;
    QTest::newRow("pager left standing")
        << QByteArray("one\nPress <enter> for 1 line, <space> for one page, or <q> to quit two\n")
        << QByteArray("<one>< two>") << 0;
}

void TestLines::otherEncodings()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, lines);
    QFETCH(int, problems);
    const Walk result = walk(std::string_view(text.data(), static_cast<std::size_t>(text.size())));
    QVERIFY(result.end);
    std::string shown;
    for (const std::string& line : result.lines)
        shown += '<' + line + '>';
    QCOMPARE(QByteArray::fromStdString(shown), lines);
    QCOMPARE(result.sink.problems.size(), static_cast<std::size_t>(problems));
    if (problems > 0)
        QVERIFY(toText(result.sink.problems[0]).starts_with("info formats.windows-1252"));
}

void TestLines::brokenSourceIsAnError()
{
    const Walk result = walk(std::make_unique<DripSource>("one\ntwo\nthr", 3, true));
    QVERIFY(!result.end);
    QCOMPARE(result.end.error().code, ErrorCode::Vanished);
}

void TestLines::stopTokenIsHeard()
{
    std::stop_source stop;
    stop.request_stop();
    const Walk result = walk(memorySource(bytesOf("one\ntwo\n")), stop.get_token());
    QVERIFY(!result.end);
    QCOMPARE(result.end.error().code, ErrorCode::Cancelled);
    QVERIFY(result.lines.empty());
    QVERIFY(result.sink.landmarks.empty());
}

void TestLines::lineOverOneMebibyteIsCut_data()
{
    QTest::addColumn<int>("extra");
    QTest::addColumn<bool>("hasEnd");
    QTest::addColumn<bool>("cut");
    QTest::newRow("just fits") << 0 << true << false;
    QTest::newRow("just fits, no end") << 0 << false << false;
    QTest::newRow("one too many") << 1 << true << true;
    QTest::newRow("one too many, no end") << 1 << false << true;
    QTest::newRow("over several blocks") << (5 << 20) << true << true;
    QTest::newRow("over several blocks, no end") << (5 << 20) << false << true;
}

void TestLines::lineOverOneMebibyteIsCut()
{
    QFETCH(int, extra);
    QFETCH(bool, hasEnd);
    QFETCH(bool, cut);
    const std::string longLine(LineSplitter::maxLineBytes + static_cast<std::size_t>(extra), 'x');
    const Walk result = walk("before\n" + longLine + (hasEnd ? "\nafter\n" : ""));
    QVERIFY(result.end);
    QCOMPARE(result.lines.size(), std::size_t{hasEnd ? 3U : 2U});
    QCOMPARE(result.lines[1].size(), LineSplitter::maxLineBytes);
    if (hasEnd)
        QCOMPARE(result.lines[2], std::string("after"));
    QCOMPARE(result.sink.problems.size(), std::size_t{cut});
    if (cut)
        QCOMPARE(toText(result.sink.problems[0]),
                 std::string("data-loss formats.line-too-long line 2 '1048576'"));
}

void TestLines::ends_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("lines");
    QTest::newRow("empty") << QByteArray() << QByteArray();
    QTest::newRow("only an end") << QByteArray("\n") << QByteArray("<>");
    QTest::newRow("no end") << QByteArray("a") << QByteArray("<a>");
    QTest::newRow("LF") << QByteArray("a\nb\n") << QByteArray("<a><b>");
    QTest::newRow("CR LF") << QByteArray("a\r\n\r\nb\r\n") << QByteArray("<a><><b>");
    QTest::newRow("mixed, last without") << QByteArray("a\nb\r\nc") << QByteArray("<a><b><c>");
    QTest::newRow("cut in the end") << QByteArray("a\r\nb\r") << QByteArray("<a><b>");
    QTest::newRow("CR inside") << QByteArray("a\rb\n") << QByteArray("<a\rb>");
    QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBF"
                                                   "a\nb")
                                     << QByteArray("<a><b>");
    QTest::newRow("mark alone") << QByteArray("\xEF\xBB\xBF") << QByteArray();
    QTest::newRow("zero bytes") << QByteArray("a\0b\n\0\n", 6) << QByteArray("<a\0b><\0>", 8);
}

void TestLines::ends()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, lines);
    for (const std::size_t step : {1U, 2U, 3U, 100U}) {
        const Walk result = walk(std::make_unique<DripSource>(text.toStdString(), step));
        QVERIFY(result.end);
        std::string shown;
        for (const std::string& line : result.lines)
            shown += '<' + line + '>';
        QCOMPARE(QByteArray::fromStdString(shown), lines);
        QCOMPARE(result.done, static_cast<std::uint64_t>(text.size()));
    }
}

void TestLines::landmarksEvery1024Lines()
{
    std::string text = "\xEF\xBB\xBF";
    for (int i = 1; i <= 3000; ++i)
        text += "line " + std::to_string(i) + "\r\n";
    const Walk result = walk(text);
    QCOMPARE(result.numbers.back(), std::uint64_t{3000});
    QCOMPARE(result.sink.landmarks.size(), std::size_t{3});
    QCOMPARE(result.sink.landmarks[0].offset, std::uint64_t{3});
    for (std::size_t i = 0; i < 3; ++i) {
        const Landmark landmark = result.sink.landmarks[i];
        QCOMPARE(landmark.number, std::uint64_t{1 + i * 1024});
        const std::string expected = "line " + std::to_string(landmark.number) + "\r\n";
        QCOMPARE(text.substr(landmark.offset, expected.size()), expected);
        QCOMPARE(fetched(text, landmark, landmark.number + 900),
                 "line " + std::to_string(landmark.number + 900));
    }
}

void TestLines::manyBlocks()
{
    std::string text;
    std::size_t count = 0;
    while (text.size() < 3 * BlockReader::blockBytes) {
        ++count;
        text += "line " + std::to_string(count) + std::string(count % 200, '.') + '\n';
    }
    const Walk result = walk(text);
    QVERIFY(result.end);
    QCOMPARE(result.lines.size(), count);
    for (std::size_t i = 0; i < count; ++i)
        QVERIFY(result.lines[i].starts_with("line " + std::to_string(i + 1)));
    for (const Landmark landmark : result.sink.landmarks)
        QCOMPARE(fetched(text, landmark, landmark.number), result.lines[landmark.number - 1]);
}

void TestLines::fetchGivesTheBytes()
{
    QCOMPARE(fetched("one\r\ntwo\nthree", {1, 0}, 1), std::string("one"));
    QCOMPARE(fetched("one\r\ntwo\nthree", {1, 0}, 3), std::string("three"));
    QCOMPARE(fetched("one\r\ntwo\nthree", {2, 5}, 2), std::string("two"));
    QCOMPARE(fetched("one\n\nthree\n", {1, 0}, 2), std::string());
    QCOMPARE(fetched("\xEF\xBB\xBFone\n", {1, 0}, 1), std::string("one"));
    QCOMPARE(fetched("one\rtwo\rthree", {1, 0}, 2), std::string("two"));
    QCOMPARE(fetched("\x1B[1mB\xFCro\n", {1, 0}, 1), std::string("\x1B[1mB\xFCro")); // as it stands there
}

void TestLines::fetchFailures()
{
    QCOMPARE(fetched("one\ntwo\n", {1, 0}, 3), std::string("error line 3"));
    QCOMPARE(fetched("one\ntwo\n", {2, 4}, 1), std::string("error line 1"));
    QCOMPARE(fetched("one\ntwo\n", {1, 0}, 0), std::string("error line 0"));
    QCOMPARE(fetched("one\ntwo\n", {0, 0}, 1), std::string("error line 1"));
    QCOMPARE(fetched("one\ntwo\n", {7, 4000}, 7), std::string("error line 7"));
    QCOMPARE(fetched("", {1, 0}, 1), std::string("error line 1"));
}

QTEST_APPLESS_MAIN(TestLines)
#include "tst_lines.moc"
