// SPDX-License-Identifier: GPL-3.0-or-later
// Our readers against libpcap: what it wrote and reads back, and what it reads of captures made by hand.
#include <QTest>

#include <QTemporaryDir>

#include <pcap/pcap.h>

#include <random>

#include "models/capture/pcapcutter.h"
#include "models/capture/pcapngcutter.h"
#include "packetbuilder.h"
#include "recordingsink.h"

using namespace whittle;
using namespace whittle::test;

namespace
{

struct Record {
    std::int64_t ns = 0;
    std::uint32_t captured = 0;
    std::uint32_t original = 0;
    Buffer bytes;
    bool operator==(const Record&) const = default;
};

std::vector<Record> readByLibpcap(const std::string& path)
{
    char error[PCAP_ERRBUF_SIZE];
    std::vector<Record> records;
    pcap_t* handle = pcap_open_offline_with_tstamp_precision(path.c_str(), PCAP_TSTAMP_PRECISION_NANO, error);
    if (!handle)
        return records;
    pcap_pkthdr* header = nullptr;
    const u_char* data = nullptr;
    while (pcap_next_ex(handle, &header, &data) == 1) {
        const Bytes bytes = std::as_bytes(std::span{data, header->caplen});
        records.push_back({std::int64_t{header->ts.tv_sec} * nsPerSecond + header->ts.tv_usec, header->caplen,
                           header->len, Buffer(bytes.begin(), bytes.end())});
    }
    pcap_close(handle);
    return records;
}

std::vector<Record> readByUs(RecordCutter& cutter, Bytes rest)
{
    std::vector<Record> records;
    Frame frame;
    while (!rest.empty()) {
        const Cut cut = cutter.next(rest, frame);
        if (cut.kind == Cut::Kind::NeedMore || cut.kind == Cut::Kind::Garbage)
            break;
        if (cut.kind == Cut::Kind::Frame)
            records.push_back({frame.time.ns, static_cast<std::uint32_t>(frame.bytes.size()),
                               frame.originalLength, Buffer(frame.bytes.begin(), frame.bytes.end())});
        rest = slice(rest, cut.bytes);
    }
    return records;
}

Buffer contents(const QString& path)
{
    QFile file(path);
    (void)file.open(QIODevice::ReadOnly);
    const QByteArray bytes = file.readAll();
    return text(std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
}

void writeFile(const QString& path, const Buffer& bytes)
{
    QFile file(path);
    (void)file.open(QIODevice::WriteOnly);
    file.write(reinterpret_cast<const char*>(bytes.data()), static_cast<qint64>(bytes.size()));
}

/// 500 frames of all lengths, some of them cut.
void dumpByLibpcap(const std::string& path, u_int precision, int linkType)
{
    pcap_t* dead = pcap_open_dead_with_tstamp_precision(linkType, 65'535, precision);
    pcap_dumper_t* dumper = pcap_dump_open(dead, path.c_str());
    std::mt19937 random(7);
    for (u_int i = 0; i < 500; ++i) {
        const std::vector<u_char> data(random() % 2'000, static_cast<u_char>(i));
        pcap_pkthdr header{};
        // Beyond 2038 libpcap 1.10 reads the seconds as signed; they are unsigned (draft-ietf-opsawg-pcap
        // §5).
        header.ts.tv_sec = static_cast<time_t>(random() & 0x7FFFFFFF);
        header.ts.tv_usec = static_cast<suseconds_t>(
            random() % (precision == PCAP_TSTAMP_PRECISION_NANO ? 1'000'000'000 : 1'000'000));
        header.caplen = static_cast<bpf_u_int32>(data.size());
        header.len = header.caplen + random() % 3 * 100;
        pcap_dump(reinterpret_cast<u_char*>(dumper), &header, data.data());
    }
    pcap_dump_close(dumper);
    pcap_close(dead);
}

} // namespace

class TestLibpcap : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatLibpcapWrites_data();
    void readsWhatLibpcapWrites();
    void readsByHandLikeLibpcap_data();
    void readsByHandLikeLibpcap();
    void readsPcapngLikeLibpcap_data();
    void readsPcapngLikeLibpcap();

private:
    QTemporaryDir m_folder;
};

void TestLibpcap::readsWhatLibpcapWrites_data()
{
    QTest::addColumn<unsigned>("precision");
    QTest::addColumn<int>("linkType");
    QTest::newRow("microseconds, Ethernet") << unsigned(PCAP_TSTAMP_PRECISION_MICRO) << DLT_EN10MB;
    QTest::newRow("nanoseconds, Ethernet") << unsigned(PCAP_TSTAMP_PRECISION_NANO) << DLT_EN10MB;
    QTest::newRow("microseconds, Linux cooked") << unsigned(PCAP_TSTAMP_PRECISION_MICRO) << DLT_LINUX_SLL;
}

void TestLibpcap::readsWhatLibpcapWrites()
{
    QFETCH(unsigned, precision);
    QFETCH(int, linkType);
    const QString path = m_folder.filePath(QStringLiteral("dump.pcap"));
    dumpByLibpcap(path.toStdString(), precision, linkType);
    const Buffer file = contents(path);
    const auto header = readPcapHeader(file);
    QVERIFY(header);
    QCOMPARE(header->linkType, static_cast<std::uint32_t>(linkType));
    PcapCutter cutter(*header);
    const auto ours = readByUs(cutter, slice(file, PcapHeader::bytes));
    QCOMPARE(ours.size(), 500U);
    QVERIFY(ours == readByLibpcap(path.toStdString()));
    RecordingSink sink;
    QCOMPARE(readAll(pcapFormat(), file, sink)->records, 500U);
}

void TestLibpcap::readsByHandLikeLibpcap_data()
{
    QTest::addColumn<bool>("bigEndian");
    QTest::addColumn<quint32>("magic");
    QTest::newRow("little") << false << 0xa1b2c3d4U;
    QTest::newRow("big") << true << 0xa1b2c3d4U;
    QTest::newRow("little nano") << false << 0xa1b23c4dU;
    QTest::newRow("big nano") << true << 0xa1b23c4dU;
    QTest::newRow("big modified") << true << 0xa1b2cd34U;
}

void TestLibpcap::readsByHandLikeLibpcap()
{
    QFETCH(bool, bigEndian);
    QFETCH(quint32, magic);
    Buffer file = pcapHeader(bigEndian, magic);
    for (std::uint32_t i = 0; i < 50; ++i) {
        Buffer record =
            pcapRecord({Buffer(i * 7, std::byte{9}), 0x7FFFFFFF - i, i * 3, i * 7 + i % 2}, bigEndian);
        if (magic == 0xa1b2cd34)
            record.insert(record.begin() + 16, 8, std::byte{});
        file += record;
    }
    const QString path = m_folder.filePath(QStringLiteral("hand.pcap"));
    writeFile(path, file);
    PcapCutter cutter(*readPcapHeader(file));
    const auto ours = readByUs(cutter, slice(file, PcapHeader::bytes));
    QCOMPARE(ours.size(), 50U);
    QVERIFY(ours == readByLibpcap(path.toStdString()));
}

void TestLibpcap::readsPcapngLikeLibpcap_data()
{
    QTest::addColumn<bool>("bigEndian");
    QTest::addColumn<unsigned>("resolution");
    for (const bool big : {false, true}) {
        for (const unsigned resolution : {3U, 6U, 9U, 0x80U | 20U, 0x80U | 30U})
            QTest::addRow("%s 0x%02x", big ? "big" : "little", resolution) << big << resolution;
    }
}

void TestLibpcap::readsPcapngLikeLibpcap()
{
    QFETCH(bool, bigEndian);
    QFETCH(unsigned, resolution);
    const PcapngBuilder ng(bigEndian);
    Buffer file = ng.section() + ng.interface(1, ng.option(9, hex({resolution})) + ng.option(0, {}), 65'535);
    for (unsigned i = 0; i < 50; ++i)
        file +=
            ng.enhanced(0, 1'000'000'007ULL * (i + 1), Buffer(i * 7, std::byte{9})) + ng.block(5, zeros(12));
    const QString path = m_folder.filePath(QStringLiteral("hand.pcapng"));
    writeFile(path, file);
    PcapngCutter cutter;
    const auto ours = readByUs(cutter, file);
    QCOMPARE(ours.size(), 50U);
    QVERIFY(ours == readByLibpcap(path.toStdString()));
}

QTEST_APPLESS_MAIN(TestLibpcap)
#include "tst_libpcap.moc"
