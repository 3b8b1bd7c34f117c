// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/samplecase/samplecase.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

/// The committed sample is what the generator makes: neither may change alone.
class TestSampleCase : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void evidenceIsWhatWasCommitted_data();
    void evidenceIsWhatWasCommitted();
    void truthIsWhatWasCommitted();
    void secondRunIsTheSame();
    void missingFolderIsAFailure();

private:
    static QByteArray read(const QString& path);

    samplecase::SampleCase m_sample;
    QTemporaryDir m_folder;
};

QByteArray TestSampleCase::read(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestSampleCase::initTestCase()
{
    m_sample = samplecase::makeSampleCase();
    QVERIFY(m_folder.isValid());
    QCOMPARE(m_sample.evidence.size(), std::size_t(4));
}

void TestSampleCase::evidenceIsWhatWasCommitted_data()
{
    QTest::addColumn<QString>("name");
    for (const auto* name :
         {"span-dc1.pcap", "SEP001E7A24429A.log", "ccm00000012.txt", "ntp-status-cucm-pub.txt"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestSampleCase::evidenceIsWhatWasCommitted()
{
    QFETCH(QString, name);
    const auto path = m_folder.filePath(name);
    QVERIFY(samplecase::writeFile(path.toStdString(), m_sample.evidence.at(name.toStdString())));
    const auto committed = read(QStringLiteral(WHITTLE_SOURCE_DIR "/resources/samples/warehouse/") + name);
    QVERIFY(!committed.isEmpty());
    QVERIFY2(read(path) == committed, "run make_sample_case and commit what it writes");
}

void TestSampleCase::truthIsWhatWasCommitted()
{
    const auto committed = read(QStringLiteral(WHITTLE_SOURCE_DIR "/tests/samplecase/truth.json"));
    QVERIFY2(QByteArray::fromStdString(m_sample.truth) == committed,
             "run make_sample_case and commit what it writes");
}

void TestSampleCase::secondRunIsTheSame()
{
    const auto again = samplecase::makeSampleCase();
    QVERIFY(again.evidence == m_sample.evidence);
    QVERIFY(again.truth == m_sample.truth);
}

void TestSampleCase::missingFolderIsAFailure()
{
    QVERIFY(
        !samplecase::writeFile(m_folder.filePath(QStringLiteral("no/such/folder/file")).toStdString(), "x"));
}

QTEST_GUILESS_MAIN(TestSampleCase)
#include "tst_samplecase.moc"
