// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>

#include "tests/store/storecase.h"

using namespace whittle;
using namespace whittle::test;
using What = ActionRow::What;

/// What the analyst says is kept, and can be taken back.
class TestAnalyst : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void keepsMarks();
    void refusesMarksWithoutASource();
    void takesBackStepByStep();
    void takesBackAfterClosing();
    void sameAgainIsNoChange();
    void viewIsNotTakenBack();
    void removedSourceTakesItsMarksAlong();
    void removedSourceLeavesNoBytes();
    void damageIsNotForgotten_data();
    void damageIsNotForgotten();

private:
    CaseWriter& writer() { return *m_file->writer(); }
    std::unique_ptr<CaseReader> reader() const { return m_file->newReader().value(); }
    /// All that can be said, as text.
    std::string state() const;
    std::string path() const { return m_folder->filePath(QStringLiteral("a.whittle")).toStdString(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::shared_ptr<CaseFile> m_file;
    EventRef m_event;
};

void TestAnalyst::init()
{
    m_file.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_file = CaseFile::create(path()).value();
    m_event = {addSource(*m_file, "a.pcap"), {PlaceUnit::Frame, 1}, 0};
}

std::string TestAnalyst::state() const
{
    std::string text;
    const auto answers = reader()->answers();
    const auto marks = reader()->marks();
    for (const AnswerRow& answer : *answers)
        text += answer.question + '=' + answer.value + '@' + std::to_string(answer.ordinal) + ' ';
    for (const MarkRow& mark : *marks)
        text += "mark:" + mark.text + '@' + std::to_string(mark.setNs) + ' ';
    for (const char* key : {"symptom", "title", "note", "report-author"})
        text += reader()->setting(key).value() + '/';
    return text;
}

void TestAnalyst::keepsMarks()
{
    QVERIFY(writer().setMark({m_event.source, {PlaceUnit::Frame, 9}, 2}, "").hasValue());
    QVERIFY(writer().setMark(m_event, "this one").hasValue());
    m_file.reset();
    m_file = CaseFile::open(path()).value();
    const auto marks = reader()->marks().value();
    QCOMPARE(marks.size(), 2U);
    QCOMPARE(marks[0].ref, m_event);
    QCOMPARE(marks[0].text, std::string("this one"));
    QVERIFY(marks[0].setNs > 1'700'000'000'000'000'000);
    QCOMPARE(marks[1].ref.place, (Place{PlaceUnit::Frame, 9}));
    QCOMPARE(marks[1].ref.ordinal, 2U);
    QCOMPARE(marks[1].text, std::string());
    QVERIFY(writer().removeMark(m_event).hasValue());
    QCOMPARE(reader()->marks()->size(), 1U);
    QVERIFY(reader()->integrityFaults()->empty());
}

void TestAnalyst::refusesMarksWithoutASource()
{
    const auto marked = writer().setMark({SourceId{77}, {PlaceUnit::Frame, 1}, 0}, "x");
    QVERIFY(!marked.hasValue());
    QCOMPARE(marked.error().code, ErrorCode::NotFound);
    QVERIFY(!reader()->lastAction()->has_value());
}

void TestAnalyst::takesBackStepByStep()
{
    const std::vector<std::function<Result<void>()>> steps{
        [&] { return writer().setAnswer("periodic", "yes"); },
        [&] { return writer().setAnswer("vpn", "no"); },
        [&] { return writer().setAnswer("periodic", "no"); },
        [&] { return writer().removeAnswer("vpn"); },
        [&] { return writer().setSetting("symptom", "phone-resets"); },
        [&] { return writer().setSetting("note", "it began in May"); },
        [&] { return writer().setSetting("report-author", "A. N."); },
        [&] { return writer().setMark(m_event, "here"); },
        [&] { return writer().setMark(m_event, "here it began"); },
        [&] { return writer().removeMark(m_event); },
    };
    std::vector<std::string> states;
    for (const auto& step : steps) {
        states.push_back(state());
        QVERIFY(step().hasValue());
        QVERIFY(state() != states.back());
    }
    while (!states.empty()) {
        QVERIFY(writer().undoLast()->has_value());
        QCOMPARE(state(), states.back());
        QVERIFY(reader()->integrityFaults()->empty());
        states.pop_back();
    }
    QVERIFY(!writer().undoLast()->has_value());
}

void TestAnalyst::takesBackAfterClosing()
{
    QVERIFY(writer().setAnswer("periodic", "yes").hasValue());
    QVERIFY(writer().setAnswer("periodic", "no").hasValue());
    QVERIFY(writer().setMark(m_event, "x").hasValue());
    m_file.reset();
    m_file = CaseFile::open(path()).value();
    EventRef ref{m_event.source, {}, 0};
    ref.place.number = 1;
    QCOMPARE(reader()->lastAction().value(), (ActionRow{What::Mark, {}, ref, {}, "x"}));
    QVERIFY(writer().undoLast().hasValue());
    QCOMPARE(reader()->lastAction().value(), (ActionRow{What::Answer, "periodic", {}, "yes", "no"}));
    const auto undone = writer().undoLast().value();
    QCOMPARE(undone->key, std::string("periodic"));
    QCOMPARE(reader()->answers()->front().value, std::string("yes"));
}

void TestAnalyst::sameAgainIsNoChange()
{
    QVERIFY(writer().setAnswer("periodic", "yes").hasValue());
    QVERIFY(writer().setAnswer("periodic", "yes").hasValue());
    QVERIFY(writer().removeAnswer("vpn").hasValue());
    QVERIFY(writer().undoLast()->has_value());
    QVERIFY(!reader()->lastAction()->has_value());
}

void TestAnalyst::viewIsNotTakenBack()
{
    QVERIFY(writer().setSetting("zone", "America/Chicago").hasValue());
    QVERIFY(!writer().undoLast()->has_value());
    QCOMPARE(reader()->setting("zone").value(), std::string("America/Chicago"));
    QVERIFY(reader()->integrityFaults()->empty());
}

void TestAnalyst::removedSourceTakesItsMarksAlong()
{
    QVERIFY(writer().setAnswer("periodic", "yes").hasValue());
    QVERIFY(writer().setMark(m_event, "x").hasValue());
    QVERIFY(writer().removeSource(m_event.source).hasValue());
    QVERIFY(reader()->marks()->empty());
    QCOMPARE(reader()->lastAction().value()->key, std::string("periodic")); // the mark cannot come back
    QVERIFY(reader()->integrityFaults()->empty());
}

void TestAnalyst::removedSourceLeavesNoBytes()
{
    auto source = writer().addSource("secret-name.pcap", "/somewhere/secret-name.pcap").value();
    for (std::uint64_t frame = 1; frame < 2000; ++frame) {
        const std::string fields = "client-mac=secret-" + std::to_string(frame);
        Event event = nak(frame);
        event.fields = fields;
        source->event(event);
    }
    const SourceId id = source->id();
    QVERIFY(source->complete({.unit = PlaceUnit::Frame, .records = 2000}).hasValue());
    QVERIFY(writer().removeSource(id).hasValue());
    m_file.reset();
    QVERIFY(!bytesOf(path()).contains("secret"));
}

void TestAnalyst::damageIsNotForgotten_data()
{
    QTest::addColumn<QString>("damage");
    QTest::addColumn<QString>("part");
    QTest::newRow("an answer") << QStringLiteral("UPDATE answer SET value = 'no'")
                               << QStringLiteral("analyst");
    QTest::newRow("a citation") << QStringLiteral("UPDATE citation SET bytes = x'00'")
                                << QStringLiteral("citations");
}

void TestAnalyst::damageIsNotForgotten()
{
    QFETCH(QString, damage);
    QFETCH(QString, part);
    CitationRow citation{m_event, {std::byte{1}, std::byte{2}}};
    QVERIFY(writer().setAnswer("periodic", "yes").hasValue());
    QVERIFY(writer().addCitations({citation}).hasValue());
    m_file.reset();
    QVERIFY(Database::open(path(), Database::Mode::ReadWrite)->execute(damage.toStdString()).hasValue());
    m_file = CaseFile::open(path()).value();
    const std::vector<std::string> faults{part.toStdString() + ": it is not as it was written"};
    QCOMPARE(reader()->integrityFaults().value(), faults);
    QVERIFY(writer().setAnswer("vpn", "no").hasValue());
    ++citation.ref.place.number;
    QVERIFY(writer().addCitations({citation}).hasValue());
    QVERIFY(writer().undoLast()->has_value());
    QVERIFY(writer().setMark(m_event, "x").hasValue());
    QCOMPARE(reader()->integrityFaults().value(), faults);
}

QTEST_GUILESS_MAIN(TestAnalyst)
#include "tst_analyst.moc"
