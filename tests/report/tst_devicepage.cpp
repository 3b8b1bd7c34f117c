// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "models/events/identity.h"
#include "models/report/devicepage.h"
#include "models/report/devicewords.h"
#include "tests/guide/sampleanalysis.h"
#include "tests/support/sampleanalysis.h"

using namespace whittle;
using namespace whittle::test;

namespace
{

constexpr char sufferer[] = "SEP001E7A24429A";

Join join(JoinKind kind, const char* reason, std::optional<EventRef> proof)
{
    Join made;
    made.device = sufferer;
    made.kind = kind;
    made.reason = reason;
    made.proof = proof;
    return made;
}

/// The hand-made analysis with who is who, and a conversation.
std::shared_ptr<Analysis> analysis()
{
    auto made = std::make_shared<Analysis>(*sampleAnalysis(2));
    Join mac = join(JoinKind::Mac, "named-after-mac", sampleFrame(12));
    mac.mac = Mac::fromText("00:1e:7a:24:42:9a");
    Join address = join(JoinKind::AddressAnywhere, "lease", sampleFrame(20440));
    address.end = {IpAddress::v4(10, 2, 16, 37), 0};
    address.span = {sampleAt(0), sampleAt(36)};
    Join connection = join(JoinKind::Connection, "names-connection", sampleFrame(20450));
    connection.end = {IpAddress::v4(10, 2, 16, 37), 49152};
    connection.source = sampleSpan;
    connection.places = {12, 900};
    Join stranger = connection;
    stranger.device = "SEP0015C6E5749B";
    made->identity = std::make_shared<Identity>(std::vector<Join>{mac, address, connection, stranger});
    Conversation call;
    call.device = sufferer;
    call.id = "a1b2@10.2.16.37";
    call.method = "INVITE";
    call.from = sampleAt(1);
    call.to = sampleAt(1.1);
    call.ended = ConversationEnd::Refused;
    call.status = 486;
    call.legs = {{{}, {}, {sampleSpan}, 7, sampleFrame(700)}};
    Conversation other = call;
    other.device = "SEP0015C6E5749B";
    made->conversations = {call, other};
    return made;
}

QString text(const PageCell& cell)
{
    QStringList parts;
    for (const PageText& part : cell)
        parts << part.text;
    return parts.join(QLatin1Char(' '));
}

QString text(const PageRow& row)
{
    QStringList cells;
    for (const PageCell& cell : row.cells)
        cells << text(cell);
    return cells.join(QStringLiteral(" | "));
}

const PageSection* find(const DevicePage& page, const std::string& id)
{
    const auto found = std::ranges::find(page.sections, id, &PageSection::id);
    return found == page.sections.end() ? nullptr : &*found;
}

} // namespace

class TestDevicePage : public QObject
{
    Q_OBJECT

    Words m_words{sample::knowledge(), Words::Language::English};

    DevicePage page(const Analysis& of, const PageDepth& depth = {}) const
    {
        return devicePage(of, sufferer, m_words, TimeText(), depth);
    }

private Q_SLOTS:
    void factsHaveTheirReasons()
    {
        const DevicePage made = page(*analysis());
        const PageSection* facts = find(made, "facts");
        QVERIFY(facts);
        QStringList rows;
        for (const PageRow& row : facts->rows)
            rows << text(row);
        const QStringList expected{
            QStringLiteral("Name | SEP001E7A24429A | phone | phones are named after their MAC address "
                           "span-dc1.pcap frame 12"),
            QStringLiteral("MAC address | 00:1e:7a:24:42:9a |  | phones are named after their MAC address "
                           "span-dc1.pcap frame 12"),
            QStringLiteral("Address | 10.2.16.37 | 2009-02-27 14:11:00 to 2009-03-01 02:11:00 | leased to "
                           "it, until the lease ends span-dc1.pcap frame 20440"),
            QStringLiteral("Node | 10.2.1.11 | since 2009-03-04 02:16:24 | restarted frame 23450"),
            QStringLiteral("Last seen | 2009-03-04 02:16:24 | the evidence goes on for 11 h 55 min | "
                           "span-dc1.pcap frame 23450")};
        QCOMPARE(rows, expected);
        QCOMPARE(facts->rows[0].cells[3].back().ref, sampleFrame(12));
    }

    void registrationsTellBeginAndEnd()
    {
        const DevicePage made = page(*analysis());
        const PageSection* section = find(made, "registrations");
        QVERIFY(section);
        QCOMPARE(section->total, std::size_t{4});
        QCOMPARE(text(section->rows[1]),
                 QStringLiteral("2009-03-01 02:13:24 | 2009-03-02 14:14:00 | 36 h 1 min | 10.2.1.11 | "
                                "restarted frame 21450 | address lost frame 21411 | 4,321, all answered"));
        const PageText& proof = section->rows[1].cells[5].back();
        QCOMPARE(proof.ref, sampleNak(0, 1));
        QCOMPARE(proof.time, sampleAt(72.05));
        QCOMPARE(proof.full, QStringLiteral("span-dc1.pcap frame 21411"));
        QVERIFY(section->rows[1].mark);
        QCOMPARE(section->rows[1].marked, std::size_t{5});
        QCOMPARE(section->rows[1].mark->severity, SceneClass::Bad);
        QVERIFY(text(section->rows[0]).contains(QStringLiteral("before the evidence begins")));
        QVERIFY(text(section->rows[3]).contains(QStringLiteral("| evidence ends |")));
    }

    void leasesAndRequestsTellWhatCameOfThem()
    {
        const DevicePage made = page(*analysis());
        const PageSection* leases = find(made, "leases");
        QVERIFY(leases);
        QCOMPARE(
            text(leases->rows[1]),
            QStringLiteral("10.2.16.37 | 2009-03-01 02:13:06 frame 21440 | 72 h | 2009-03-02 14:13:06 | "
                           "2009-03-03 17:13:06 | 2009-03-04 02:13:06 | 10.2.1.5 | refused frame 21411"));
        const PageSection* requests = find(made, "requests");
        QVERIFY(requests);
        QCOMPARE(text(requests->rows[0]),
                 QStringLiteral("2009-03-01 02:12:11 | 10.2.16.37 | renews at its server (renewing) frame "
                                "20401 | refused frame 20411"));
        QCOMPARE(requests->rows[0].cells[3].back().ref, sampleNak(0, 0));
    }

    void onlyItsOwnIsTold()
    {
        const DevicePage made = page(*analysis());
        const PageSection* conversations = find(made, "conversations");
        QVERIFY(conversations);
        QCOMPARE(conversations->total, std::size_t{1});
        QVERIFY(text(conversations->rows[0]).contains(QStringLiteral("SIP INVITE")));
        QVERIFY(text(conversations->rows[0]).contains(QStringLiteral("refused (486)")));
        const PageSection* joins = find(made, "joins");
        QVERIFY(joins);
        QCOMPARE(joins->total, std::size_t{3});
        QCOMPARE(text(joins->rows[2]),
                 QStringLiteral("10.2.16.37:49152 | span-dc1.pcap, from frame 12 to before frame 900 |  | a "
                                "record shows both the device and the connection span-dc1.pcap frame 20450"));
        const PageSection* findings = find(made, "findings");
        QVERIFY(findings);
        QVERIFY(findings->total > 0);
        QVERIFY(!findings->rows[0].notes.empty());
        const PageSection* sources = find(made, "sources");
        QVERIFY(sources);
        QVERIFY(text(sources->rows[0]).startsWith(QStringLiteral("span-dc1.pcap | 9 | ")));
    }

    /// What it is, and that the phone got no address.
    void eventWithTwoMarksIsOne()
    {
        const auto twice = analysis();
        auto& marks = std::ranges::find(twice->devices, sufferer, &DeviceHistory::name)->marks;
        DeviceMark again = marks.back();
        again.kind = "phone.no-address";
        marks.push_back(again);
        const DevicePage made = page(*twice);
        QVERIFY(text(find(made, "sources")->rows[0]).startsWith(QStringLiteral("span-dc1.pcap | 9 | ")));
    }

    void emptySectionsSayWhatIsMissing()
    {
        auto bare = std::make_shared<Analysis>();
        bare->devices.push_back(sampleDevice("00:1e:7a:24:42:9a", IpAddress::v4(10, 2, 16, 37)));
        const DevicePage made = page(*bare);
        const PageSection* registrations = find(made, "registrations");
        QVERIFY(registrations);
        QCOMPARE(registrations->total, std::size_t{0});
        QVERIFY(!registrations->empty.isEmpty());
        QVERIFY(!find(made, "conversations"));
        QVERIFY(page(Analysis{}).sections.empty());
    }

    /// 5000 registrations are 20 rows until more are wanted.
    void thousandsOfRowsAreMadeOnDemand()
    {
        auto many = analysis();
        const Registration one = many->devices.front().registrations.front();
        many->devices.front().registrations.assign(5000, one);
        const DevicePage usual = page(*many);
        QCOMPARE(find(usual, "registrations")->rows.size(), std::size_t{20});
        QCOMPARE(find(usual, "registrations")->total, std::size_t{5000});
        const DevicePage more = page(*many, {.usual = 20, .of = {{"registrations", 220}}});
        QCOMPARE(find(more, "registrations")->rows.size(), std::size_t{220});
    }

    void evidenceIsShownVisibly()
    {
        auto hostile = analysis();
        hostile->devices.front().name = "SEP\u202e<b>";
        const DevicePage made = devicePage(*hostile, "SEP\u202e<b>", m_words, TimeText());
        QCOMPARE(text(made.sections[0].rows[0].cells[1]), QStringLiteral("SEP\\u202e<b>"));
    }

    void everyReasonHasWords_data()
    {
        QTest::addColumn<QString>("reason");
        for (const char* reason :
             {"named", "named-after-mac", "console-names-it", "file-named-after-it", "names-connection",
              "names-address", "lease", "registration", "shown", "address-elsewhere"})
            QTest::newRow(reason) << QString::fromLatin1(reason);
    }

    void everyReasonHasWords()
    {
        QFETCH(QString, reason);
        QVERIFY(devicewords::joinReason(m_words, reason.toStdString()).contains(QLatin1Char(' ')));
        QCOMPARE(devicewords::joinReason(m_words, "never-heard-of"), QStringLiteral("never-heard-of"));
    }

    void everyEndOfAConversationHasWords()
    {
        for (const ConversationEnd end :
             {ConversationEnd::Open, ConversationEnd::Answered, ConversationEnd::Refused,
              ConversationEnd::Cancelled, ConversationEnd::Bye, ConversationEnd::Unregistered,
              ConversationEnd::TcpClosed, ConversationEnd::TcpReset})
            QVERIFY(!devicewords::ended(m_words, end).contains(QLatin1Char('-')));
    }

    void furtherFactsNameThemselves()
    {
        QCOMPARE(devicewords::furtherFacts(m_words,
                                           "protocol=sip;granted-s=120;missing=2;closed-by=;shoe-size=44%3b5",
                                           {"protocol"}),
                 QStringLiteral("granted every 2 min · 2 missing · shoe size: 44;5"));
    }
};

QTEST_MAIN(TestDevicePage)
#include "tst_devicepage.moc"
