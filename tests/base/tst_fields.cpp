// SPDX-License-Identifier: GPL-3.0-or-later
#include <random>

#include <QTest>

#include "models/base/bytes.h"
#include "models/base/fields.h"
#include "models/base/place.h"
#include "models/base/result.h"

using namespace whittle;

class TestFields : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hostileText_data();
    void hostileText();
    void foundWhereverItIs();
    void anyBytesComeBack();
    void writtenText_data();
    void writtenText();
    void noNumber_data();
    void noNumber();
    void numbers();
    void firstOfTwoCounts();
    void readingBeyondTheEnd();
    void byteOrders();
    void slicesStayWithin();
    void errorsAreOneLine();
    void resultsHoldOneOfTwo();
    void places();
};

void TestFields::hostileText_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char* text : {"", ";", "=", ";;;", "=x", "a", "a;b", "a=%", "a=%2", "a=%ZZ", "a==b", "%=;%"})
        QTest::newRow(*text ? text : "nothing") << QByteArray(text);
}

/// Reading what no writer wrote must end and stay within the text.
void TestFields::hostileText()
{
    QFETCH(QByteArray, text);
    const std::string kept = text.toStdString();
    std::string_view rest = kept;
    std::string_view key;
    std::string_view value;
    std::size_t fields = 0;
    while (FieldView::next(rest, key, value))
        QVERIFY(++fields <= kept.size() + 1);
    QVERIFY(!FieldView(kept).value("no-such-key"));
    QVERIFY(decodeField(kept).size() <= kept.size());
}

/// A field is found wherever it begins and ends, within a word of eight bytes or across, beside any bytes.
void TestFields::foundWhereverItIs()
{
    for (std::size_t before = 0; before < 20; ++before) {
        for (std::size_t length = 0; length < 20; ++length) {
            const std::string noise(before, '\xBB'); // ';' with its top bit set
            const std::string value(length, '\x3A'); // the byte before ';'
            const std::string text = "n=" + noise + ";key=" + value + ";last=" + noise;
            QCOMPARE(FieldView(text).encoded("key"), std::optional<std::string_view>(value));
            QCOMPARE(FieldView(text).encoded("last"), std::optional<std::string_view>(noise));
            QVERIFY(!FieldView(text).encoded("ke"));
            QVERIFY(!FieldView(text).encoded("keys"));
        }
    }
}

void TestFields::anyBytesComeBack()
{
    std::mt19937 random(7);
    FieldWriter writer;
    for (int round = 0; round < 500; ++round) {
        std::string value(random() % 40, ' ');
        for (char& c : value)
            c = static_cast<char>(random() % 3 ? random() % 256 : ";%=\n\t\r"[random() % 6]);
        writer.clear();
        writer.add("before", "x");
        writer.add("key", value);
        writer.addNumber("after", round);
        QCOMPARE(FieldView(writer.text()).value("key"), std::optional(value));
        QCOMPARE(FieldView(writer.text()).number("after"), std::optional<std::int64_t>(round));
        QVERIFY(writer.text().find('\n') == std::string_view::npos
                && writer.text().find('\t') == std::string_view::npos);
        QVERIFY(QString::fromUtf8(writer.text().data(), qsizetype(writer.text().size()))
                    .indexOf(QChar::ReplacementCharacter)
                < 0);
    }
}

void TestFields::writtenText_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("written");
    QTest::newRow("separators") << QByteArray("a;b%c=d") << QByteArray("key=a%3Bb%25c=d");
    QTest::newRow("line ends and tabs") << QByteArray("a\r\n\tb") << QByteArray("key=a%0D%0A%09b");
    QTest::newRow("UTF-8 stays") << QByteArray("Büro €") << QByteArray("key=Büro €");
    QTest::newRow("Latin 1") << QByteArray("B\xFCro") << QByteArray("key=B%FCro");
    QTest::newRow("cut sequence") << QByteArray("\xE2\x82") << QByteArray("key=%E2%82");
    QTest::newRow("overlong slash") << QByteArray("\xC0\xAF") << QByteArray("key=%C0%AF");
    QTest::newRow("surrogate") << QByteArray("\xED\xA0\x80") << QByteArray("key=%ED%A0%80");
    QTest::newRow("beyond Unicode") << QByteArray("\xF4\x90\x80\x80") << QByteArray("key=%F4%90%80%80");
    QTest::newRow("zero") << QByteArray("a\0b", 3) << QByteArray("key=a%00b");
    QTest::newRow("empty") << QByteArray() << QByteArray("key=");
}

void TestFields::writtenText()
{
    QFETCH(QByteArray, value);
    QFETCH(QByteArray, written);
    FieldWriter writer;
    writer.add("key", value.toStdString());
    QCOMPARE(std::string(writer.text()), written.toStdString());
}

void TestFields::noNumber_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char* text : {"n=", "n=x", "n=12x", "n= 12", "n=0x", "n=0xg", "n=1.5", "n=9223372036854775808",
                             "n=0xffffffffffffffff", "m=1", "n=+1"})
        QTest::newRow(text) << QByteArray(text);
}

void TestFields::noNumber()
{
    QFETCH(QByteArray, text);
    const std::string kept = text.toStdString();
    QVERIFY(!FieldView(kept).number("n"));
}

void TestFields::numbers()
{
    FieldWriter writer;
    writer.addNumber("least", INT64_MIN);
    writer.addNumber("most", INT64_MAX);
    writer.addHex("xid", 0x15bf99f9, 8);
    writer.addHex("id", 0x9D, 4);
    QCOMPARE(std::string(writer.text()),
             std::string("least=-9223372036854775808;most=9223372036854775807;xid=0x15bf99f9;id=0x009d"));
    const FieldView view(writer.text());
    QCOMPARE(view.number("least"), std::optional<std::int64_t>(INT64_MIN));
    QCOMPARE(view.number("most"), std::optional<std::int64_t>(INT64_MAX));
    QCOMPARE(view.number("id"), std::optional<std::int64_t>(0x9D));
}

void TestFields::firstOfTwoCounts()
{
    QCOMPARE(FieldView("a=1;a=2").value("a"), std::optional<std::string>("1"));
    QVERIFY(!FieldView("ab=1").value("a"));
    QCOMPARE(FieldView("flag;b=1").value("flag"), std::optional<std::string>(""));
}

void TestFields::readingBeyondTheEnd()
{
    const auto three = asBytes("abc");
    QCOMPARE(readBigEndian<std::uint32_t>(three), 0U);
    QCOMPARE(readBigEndian<std::uint16_t>(three, 2), std::uint16_t{0});
    QCOMPARE(readBigEndian<std::uint8_t>(three, SIZE_MAX), std::uint8_t{0});
    QCOMPARE(readLittleEndian<std::uint64_t>({}, 0), std::uint64_t{0});
}

void TestFields::byteOrders()
{
    const auto bytes = asBytes(std::string_view("\x01\x02\x03\x04\x05\x06\x07\x08", 8));
    QCOMPARE(readBigEndian<std::uint16_t>(bytes, 1), std::uint16_t{0x0203});
    QCOMPARE(readLittleEndian<std::uint16_t>(bytes, 1), std::uint16_t{0x0302});
    QCOMPARE(readBigEndian<std::uint32_t>(bytes), 0x01020304U);
    QCOMPARE(readLittleEndian<std::uint32_t>(bytes), 0x04030201U);
    QCOMPARE(readBigEndian<std::uint64_t>(bytes), std::uint64_t{0x0102030405060708});
    QCOMPARE(readBigEndian<std::uint8_t>(bytes, 7), std::uint8_t{8});
}

void TestFields::slicesStayWithin()
{
    const auto bytes = asBytes("abcdef");
    QCOMPARE(std::string(asText(slice(bytes, 2, 2))), std::string("cd"));
    QCOMPARE(std::string(asText(slice(bytes, 4, 100))), std::string("ef"));
    QCOMPARE(std::string(asText(slice(bytes, 4))), std::string("ef"));
    QVERIFY(slice(bytes, 6).empty());
    QVERIFY(slice(bytes, SIZE_MAX, SIZE_MAX).empty());
    QVERIFY(slice({}, 0, 1).empty());
}

void TestFields::errorsAreOneLine()
{
    QCOMPARE(toText(Error{ErrorCode::Truncated, "cut off"}), std::string("cut off"));
    QCOMPARE(toText(Error{ErrorCode::Truncated, "cut off", "a.pcap", "frame 12", "capture again"}),
             std::string("a.pcap, frame 12: cut off (capture again)"));
    QCOMPARE(toText(Error{ErrorCode::Truncated, "cut off", {}, "frame 12"}),
             std::string("frame 12: cut off"));
}

void TestFields::resultsHoldOneOfTwo()
{
    Result<std::string> good{std::string("x")};
    QVERIFY(good.hasValue());
    QCOMPARE(std::move(good).value(), std::string("x"));
    const Result<std::string> bad{Error{ErrorCode::Empty, "nothing"}};
    QVERIFY(!bad);
    QCOMPARE(bad.error().code, ErrorCode::Empty);
    QVERIFY(Result<void>().hasValue());
    QVERIFY(!Result<void>(Error{ErrorCode::Cancelled}));
}

void TestFields::places()
{
    QCOMPARE(toText(Place{PlaceUnit::Frame, 213}), std::string("frame 213"));
    QCOMPARE(toText(Place{PlaceUnit::Line, 17}), std::string("line 17"));
    QCOMPARE(toText(Place{PlaceUnit::Offset, 4096}), std::string("offset 4096"));
}

QTEST_APPLESS_MAIN(TestFields)
#include "tst_fields.moc"
