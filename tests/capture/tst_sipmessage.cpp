// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "models/capture/sipmessage.h"

using namespace whittle;

namespace
{

const std::string registration =
    "REGISTER sip:10.106.114.161 SIP/2.0\r\n"
    "Via: SIP/2.0/TCP 10.106.114.185:53006;branch=z9hG4bK0a1b2c3d\r\n"
    "From: <sip:1001@10.106.114.161>;tag=0024142ddf240002\r\n"
    "To: <sip:1001@10.106.114.161>\r\n"
    "Call-ID: 0024142d-df240002-4c3d2b1a-5f6e7d8c@10.106.114.185\r\n"
    "Max-Forwards: 70\r\n"
    "Date: Wed, 15 Jul 2015 12:42:56 GMT\r\n"
    "CSeq: 11435 REGISTER\r\n"
    "User-Agent: Cisco-CP7975G/9.3.1\r\n"
    "Contact: <sip:9e9e1ffb-0206-4ea1-6d77-ba04a72017f7@10.106.114.185:53006;transport=tcp>"
    ";+sip.instance=\"<urn:uuid:00000000-0000-0000-0000-0024142ddf24>\""
    ";+u.sip!devicename.ccm.cisco.com=\"SEP0024142DDF24\";+u.sip!model.ccm.cisco.com=\"437\"\r\n"
    "Expires: 3600\r\n"
    "Reason: SIP;cause=200;text=\"cisco-alarm:14 Name=SEP0024142DDF24 Load=SIP75.9-3-1SR1-1S "
    "Last=cm-closed-tcp\"\r\n"
    "Content-Length: 0\r\n"
    "\r\n";

struct Decoded {
    std::string kind;
    std::string device;
    std::string fields;

    std::string value(std::string_view key) const { return FieldView(fields).value(key).value_or(""); }
};

Decoded decode(std::string_view text)
{
    const auto message = SipMessage::parse(text);
    if (!message)
        return {};
    FieldWriter fields;
    const SipSummary summary = addSipFields(*message, fields);
    return {summary.kind, summary.device, std::string(fields.text())};
}

std::string withContact(const std::string& contact, const std::string& method = "REGISTER")
{
    return method + " sip:a SIP/2.0\r\nCSeq: 1 " + method + "\r\nContact: " + contact + "\r\n\r\n";
}

std::string withBody(const std::string& type, const std::string& body)
{
    return "NOTIFY sip:0008@10.106.120.5:51038 SIP/2.0\r\nEvent: service-control\r\n"
           "Subscription-State: active\r\nContent-Type: "
        + type + "\r\n\r\n" + body;
}

const std::string alarmDocument =
    "<x-cisco-alarm>\n<Alarm Name=\"LastOutOfServiceInformation\">\n<ParameterList>\n"
    "<String name=\"DeviceName\">SEP001E7A24429A</String>\n"
    "<String name=\"DeviceIPv4Address\">10.10.1.5/24</String>\n"
    "<String name=\"NeighborDeviceID\">switch-3.example.com</String>\n"
    "<String name=\"NeighborPortID\">GigabitEthernet1/0/7</String>\n"
    "<Enum name=\"DHCPv4Status\">1</Enum>\n"
    "<String name=\"UnifiedCMIPAddress\"><not open></String>\n"
    "<String name=\"TimeStamp\">1436964176000</String>\n"
    "<Enum name=\"ReasonForOutOfService\">16</Enum>\n"
    "<String name=\"LastProtocolEventSent\">1:Register</String>\n"
    "</ParameterList>\n</Alarm>\n</x-cisco-alarm>";

const std::string alarmFields =
    "alarm=LastOutOfServiceInformation;device-name=SEP001E7A24429A;device-ipv4=10.10.1.5/24;"
    "neighbor-device=switch-3.example.com;neighbor-port=GigabitEthernet1/0/7;dhcpv4-status=1;"
    "ucm-address=<not open>;alarm-time-ms=1436964176000;out-of-service-reason=16;last-event-sent=1:Register";

} // namespace

class TestSipMessage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void firstLines_data();
    void firstLines();
    void startLongerThanTheText();
    void headers();
    void compactForms_data();
    void compactForms();
    void lineFeedsAlone();
    void registrationWithEveryField();
    void cutAnywhere();
    void response();
    void expires_data();
    void expires();
    void standbyKeepalive();
    void devices_data();
    void devices();
    void addressesInHeaders_data();
    void addressesInHeaders();
    void kinds_data();
    void kinds();
    void serviceControl();
    void alarmInRefer();
    void multipart();
    void hostileBodies();
};

void TestSipMessage::firstLines_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<bool>("isSip");
    QTest::newRow("request") << QByteArray("OPTIONS sip:10.0.0.1 SIP/2.0") << true;
    QTest::newRow("telephone number") << QByteArray("INVITE tel:+431234 SIP/2.0") << true;
    QTest::newRow("unknown method") << QByteArray("REGIStER pip:a SIP/2.0") << true;
    QTest::newRow("response") << QByteArray("SIP/2.0 200 OK") << true;
    QTest::newRow("no phrase") << QByteArray("SIP/2.0 200") << true;
    QTest::newRow("status 099") << QByteArray("SIP/2.0 099 Low") << false;
    QTest::newRow("status 700") << QByteArray("SIP/2.0 700 High") << true;
    QTest::newRow("status cut") << QByteArray("SIP/2.0 20") << false;
    QTest::newRow("HTTP") << QByteArray("GET /a:b HTTP/1.1") << false;
    QTest::newRow("RTSP") << QByteArray("OPTIONS rtsp://a RTSP/1.0") << false;
    QTest::newRow("no scheme") << QByteArray("REGISTER something SIP/2.0") << false;
    QTest::newRow("no URI") << QByteArray("REGISTER SIP/2.0") << false;
    QTest::newRow("method alone") << QByteArray("REGISTER") << false;
    QTest::newRow("binary method") << QByteArray("\x01\x02 sip:a SIP/2.0") << false;
    QTest::newRow("words") << QByteArray("Received sip:a in SIP/2.0") << false;
    QTest::newRow("line ended by CR") << QByteArray("CANCEL sip:a SIP/2.0\r7Via: x") << true;
    QTest::newRow("NUL in the phrase") << QByteArray("SIP/2.0 401 Unauthori%s\0", 24) << false;
    QTest::newRow("NUL in the URI") << QByteArray("INVITE sip:0%s\00239 SIP/2.0", 27) << false;
    QTest::newRow("RTP") << QByteArray("\x80\x00\x01\x02") << false;
    QTest::newRow("empty") << QByteArray() << false;
}

void TestSipMessage::firstLines()
{
    QFETCH(QByteArray, line);
    QFETCH(bool, isSip);
    const std::string text = line.toStdString() + "\r\nCall-ID: 1\r\n\r\n";
    QCOMPARE(SipMessage::parse(text).has_value(), isSip);
    QCOMPARE(startsLikeSip(text), isSip);
    QCOMPARE(SipMessage::parse("\r\n\r\n" + text).has_value(), isSip);
}

void TestSipMessage::startLongerThanTheText()
{
    QVERIFY(startsLikeSip("INVITE sip:someone-with-a-long-name"));
    QVERIFY(startsLikeSip("REGISTER sips:" + std::string(5'000, 'x') + " SIP/2.0\r\n"));
    QVERIFY(!startsLikeSip("Please call sip:someone"));
    QVERIFY(!startsLikeSip("INVITE " + std::string(5'000, 'x')));
    QVERIFY(!SipMessage::parse("INVITE sip:someone-with-a-long-name"));
}

void TestSipMessage::headers()
{
    const std::string text = "NOTIFY sip:a SIP/2.0\r\nsubJECT :  I know you're there,\r\n\tpick up\r\n   the "
                             "phone \r\nX: first\r\n"
                             "X: second\r\nno colon\r\nEmpty:\r\n\r\nSubject: body";
    const auto message = SipMessage::parse(text);
    QVERIFY(message && message->hasAllHeaders());
    QCOMPARE(message->header("Subject"), "I know you're there, pick up the phone");
    QCOMPARE(message->header("x"), "first");
    QCOMPARE(message->header("Empty"), "");
    QVERIFY(!message->header("Missing"));
    QCOMPARE(message->body(), "Subject: body");
    QCOMPARE(message->method(), "NOTIFY");
    QCOMPARE(message->uri(), "sip:a");
    QVERIFY(message->isRequest());
}

void TestSipMessage::compactForms_data()
{
    QTest::addColumn<QByteArray>("name");
    const std::pair<char, const char*> forms[]{{'a', "Accept-Contact"},
                                               {'b', "Referred-By"},
                                               {'c', "Content-Type"},
                                               {'d', "Request-Disposition"},
                                               {'f', "From"},
                                               {'e', "Content-Encoding"},
                                               {'i', "Call-ID"},
                                               {'j', "Reject-Contact"},
                                               {'k', "Supported"},
                                               {'l', "Content-Length"},
                                               {'m', "Contact"},
                                               {'n', "Identity-Info"},
                                               {'o', "Event"},
                                               {'r', "Refer-To"},
                                               {'s', "Subject"},
                                               {'t', "To"},
                                               {'u', "Allow-Events"},
                                               {'v', "Via"},
                                               {'x', "Session-Expires"},
                                               {'y', "Identity"}};
    for (const auto& [letter, name] : forms)
        QTest::newRow(QByteArray(1, letter).constData()) << QByteArray(name);
}

void TestSipMessage::compactForms()
{
    QFETCH(QByteArray, name);
    const std::string letter = QTest::currentDataTag();
    const std::string lower = "ACK sip:a SIP/2.0\r\nz: 0\r\n" + letter + ": value\r\n\r\n";
    const std::string upper =
        "ACK sip:a SIP/2.0\r\n" + QByteArray(letter.c_str()).toUpper().toStdString() + ": value\r\n\r\n";
    QCOMPARE(SipMessage::parse(lower)->header(name.constData()), "value");
    QCOMPARE(SipMessage::parse(upper)->header(name.constData()), "value");
    QCOMPARE(
        SipMessage::parse("ACK sip:a SIP/2.0\r\n" + name.toStdString() + ": value\r\n\r\n")->header(letter),
        "value");
}

void TestSipMessage::lineFeedsAlone()
{
    std::string text = registration;
    std::erase(text, '\r');
    QCOMPARE(decode(text).fields, decode(registration).fields);
}

void TestSipMessage::registrationWithEveryField()
{
    const Decoded decoded = decode(registration);
    QCOMPARE(decoded.kind, "sip.register");
    QCOMPARE(decoded.device, "SEP0024142DDF24");
    QCOMPARE(decoded.fields,
             "method=REGISTER;call-id=0024142d-df240002-4c3d2b1a-5f6e7d8c@10.106.114.185;cseq=11435 REGISTER;"
             "expires=3600;from=sip:1001@10.106.114.161;to=sip:1001@10.106.114.161;"
             "contact=10.106.114.185:53006;device-name=SEP0024142DDF24;model=437;mac=00:24:14:2d:df:24;"
             "reason-header=SIP%3Bcause=200%3Btext=\"cisco-alarm:14 Name=SEP0024142DDF24 "
             "Load=SIP75.9-3-1SR1-1S Last=cm-closed-tcp\";alarm-code=14;last=cm-closed-tcp;"
             "load=SIP75.9-3-1SR1-1S;user-agent=Cisco-CP7975G/9.3.1;date=Wed, 15 Jul 2015 12:42:56 GMT;"
             "via=10.106.114.185:53006");
}

void TestSipMessage::cutAnywhere()
{
    const std::size_t firstLine = registration.find('\r');
    for (std::size_t length = 0; length < registration.size(); ++length) {
        const std::string cut = registration.substr(0, length);
        const auto message = SipMessage::parse(cut);
        QCOMPARE(message.has_value(), length >= firstLine);
        if (!message)
            continue;
        QVERIFY(!message->hasAllHeaders());
        QCOMPARE(decode(cut).kind, "sip.register");
        QCOMPARE(decode(cut).value("method"), "REGISTER");
    }
}

void TestSipMessage::response()
{
    const Decoded ok = decode("SIP/2.0 200 OK\r\nv: SIP/2.0/UDP 10.0.0.1:5060;received=10.0.0.9\r\n"
                              "f: Alice <sip:alice@example.com;user=phone>;tag=1\r\n"
                              "t: sip:bob@example.com;tag=2\r\ni: 1@a\r\nCSeq:  7   INVITE\r\n"
                              "Server: Cisco-CUCM11.5\r\nWarning: 399 cucm \"No device\"\r\n\r\n");
    QCOMPARE(ok.kind, "sip.response");
    QCOMPARE(ok.device, "");
    QCOMPARE(ok.fields,
             "status=200;reason=OK;call-id=1@a;cseq=7 INVITE;from=sip:alice@example.com%3Buser=phone;"
             "to=sip:bob@example.com;user-agent=Cisco-CUCM11.5;warning=399 cucm \"No device\";"
             "via=10.0.0.1:5060");
    const std::string trying = "SIP/2.0 100\r\n\r\n";
    QCOMPARE(SipMessage::parse(trying)->status(), 100);
    QVERIFY(!SipMessage::parse(trying)->isRequest());
    QCOMPARE(SipMessage::parse("SIP/2.0 481 Call Leg Does Not Exist")->reasonPhrase(),
             "Call Leg Does Not Exist");
}

void TestSipMessage::expires_data()
{
    QTest::addColumn<QByteArray>("headers");
    QTest::addColumn<QByteArray>("expires");
    QTest::newRow("header") << QByteArray("Expires: 120") << QByteArray("120");
    QTest::newRow("contact") << QByteArray("m: <sip:a@b;expires=5>;Expires=60") << QByteArray("60");
    QTest::newRow("contact without brackets")
        << QByteArray("m: sip:a@b;q=0.5;expires=61") << QByteArray("61");
    QTest::newRow("both") << QByteArray("Contact: <sip:a@b>;expires=60\r\nExpires: 90") << QByteArray("90");
    QTest::newRow("no number") << QByteArray("Expires: soon") << QByteArray();
    QTest::newRow("negative") << QByteArray("Expires: -1") << QByteArray();
    QTest::newRow("too large") << QByteArray("Expires: 99999999999999999999") << QByteArray();
    QTest::newRow("in quotes") << QByteArray("m: \"a;expires=5\" <sip:a@b>") << QByteArray();
    QTest::newRow("none") << QByteArray("X: 1") << QByteArray();
}

void TestSipMessage::expires()
{
    QFETCH(QByteArray, headers);
    QFETCH(QByteArray, expires);
    const auto decoded = decode("REGISTER sip:a SIP/2.0\r\n" + headers.toStdString() + "\r\n\r\n");
    QCOMPARE(decoded.value("expires"), expires.toStdString());
}

void TestSipMessage::standbyKeepalive()
{
    const Decoded decoded =
        decode("REGISTER sip:10.60.1.12:5060;transport=tcp SIP/2.0\r\nCSeq: 2 REGISTER\r\nExpires: 0\r\n"
               "Contact: "
               "<sip:e2b0@10.60.63.21:5060;transport=TCP>;+sip.instance=\"<urn:uuid:00000000-0000-0000-0000-"
               "e0d1730ac1b1>\";+u.sip!devicename.ccm.cisco.com=\"SEPE0D1730AC1B1\";expires=0;cisco-keep-"
               "alive\r\n\r\n");
    QCOMPARE(decoded.value("expires"), "0");
    QCOMPARE(decoded.value("standby"), "yes");
    QCOMPARE(decoded.device, "SEPE0D1730AC1B1");
    QCOMPARE(decode(registration).value("standby"), "");
}

void TestSipMessage::devices_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QByteArray>("device");
    const std::string name = "<sip:a@b>;+u.sip!devicename.ccm.cisco.com=\"SEP001E7A24429A\"";
    const std::string instance =
        "<sip:a@b>;+sip.instance=\"<urn:uuid:00000000-0000-0000-0000-001e7a24429b>\"";
    const std::string random = "<sip:a@b>;+sip.instance=\"<urn:uuid:90eb2b76-9e57-4f8f-8d2d-001e7a24429b>\"";
    const std::string alarm =
        "\r\nReason: SIP ;cause=200;text=\"cisco-alarm:25 Name=SEP001E7A24429C Last=x\"";
    const auto row = [](const char* tag, const std::string& message, const char* device) {
        QTest::newRow(tag) << QByteArray::fromStdString(message) << QByteArray(device);
    };
    row("its name", withContact(name), "SEP001E7A24429A");
    row("name before alarm", withContact(name + alarm), "SEP001E7A24429A");
    row("alarm before address", withContact(instance + alarm), "SEP001E7A24429C");
    row("hardware address", withContact(instance), "SEP001E7A24429B");
    row("random instance", withContact(random), "");
    row("lower case", withContact("<sip:a@b>;+u.sip!devicename.ccm.cisco.com=\"SEP001e7a24429a\""),
        "SEP001E7A24429A");
    row("no phone", withContact("<sip:a@b>;+u.sip!devicename.ccm.cisco.com=\"CSFALICE\""), "");
    row("far end of a call", withContact(name, "INVITE"), "");
    row("answer", "SIP/2.0 200 OK\r\nCSeq: 2 REGISTER\r\nContact: " + name + "\r\n\r\n", "SEP001E7A24429A");
    row("no contact", "REGISTER sip:a SIP/2.0\r\n\r\n", "");
}

void TestSipMessage::devices()
{
    QFETCH(QByteArray, message);
    QFETCH(QByteArray, device);
    QCOMPARE(decode(message.toStdString()).device, device.toStdString());
}

void TestSipMessage::addressesInHeaders_data()
{
    QTest::addColumn<QByteArray>("contact");
    QTest::addColumn<QByteArray>("shown");
    QTest::newRow("port") << QByteArray("<sip:a@10.0.0.1:5070>") << QByteArray("10.0.0.1:5070");
    QTest::newRow("no port") << QByteArray("<sip:a@10.0.0.1>") << QByteArray("10.0.0.1");
    QTest::newRow("no user") << QByteArray("sip:10.0.0.1:5060;lr") << QByteArray("10.0.0.1:5060");
    QTest::newRow("IPv6") << QByteArray("<sip:a@[2001:db8::1]:5060;x=1>") << QByteArray("[2001:db8::1]:5060");
    QTest::newRow("all") << QByteArray("*") << QByteArray("*");
    QTest::newRow("not closed") << QByteArray("<sip:a@10.0.0.1") << QByteArray("10.0.0.1");
    QTest::newRow("empty") << QByteArray("<>") << QByteArray();
}

void TestSipMessage::addressesInHeaders()
{
    QFETCH(QByteArray, contact);
    QFETCH(QByteArray, shown);
    QCOMPARE(decode(withContact(contact.toStdString())).value("contact"), shown.toStdString());
}

void TestSipMessage::kinds_data()
{
    QTest::addColumn<QByteArray>("kind");
    QTest::newRow("INVITE") << QByteArray("sip.invite");
    QTest::newRow("PRACK") << QByteArray("sip.prack");
    QTest::newRow("X-NEW_1") << QByteArray("sip.x-new_1");
    QTest::newRow("REGIStER") << QByteArray("sip.other");
    QTest::newRow("INV%41TE") << QByteArray("sip.other");
}

void TestSipMessage::kinds()
{
    QFETCH(QByteArray, kind);
    const std::string method = QTest::currentDataTag();
    const Decoded decoded = decode(method + " sip:a SIP/2.0\r\n\r\n");
    QCOMPARE(decoded.kind, kind.toStdString());
    QCOMPARE(decoded.value("method"), method);
}

void TestSipMessage::serviceControl()
{
    const Decoded decoded = decode(
        withBody("text/plain",
                 "action=prt-report\nRegisterCallId={005056bd-e9d90009-00000f98-000014d7@10.106.120.5}\n"));
    QCOMPARE(decoded.kind, "sip.notify");
    QCOMPARE(decoded.fields,
             "method=NOTIFY;event=service-control;subscription-state=active;content-type=text/plain;"
             "action=prt-report;register-call-id=005056bd-e9d90009-00000f98-000014d7@10.106.120.5");
    std::string other = withBody("text/plain", "action=reset");
    other.replace(other.find("service-control"), 15, "presence");
    QCOMPARE(decode(other).value("action"), "");
}

void TestSipMessage::alarmInRefer()
{
    const Decoded decoded = decode(
        "REFER sip:10.1.1.1 SIP/2.0\r\nContent-Type: application/x-cisco-alarm+xml\r\n\r\n" + alarmDocument);
    QCOMPARE(decoded.kind, "sip.refer");
    QCOMPARE(decoded.device, "SEP001E7A24429A");
    QCOMPARE(decoded.fields, "method=REFER;content-type=application/x-cisco-alarm+xml;" + alarmFields);
}

void TestSipMessage::multipart()
{
    const std::string body =
        "preamble\r\n--uniqueBoundary\r\nContent-Type: application/x-cisco-alarm+xml\r\n\r\n" + alarmDocument
        + "\r\n--uniqueBoundary\r\nContent-Type: text/plain\r\nContent-Disposition: "
          "x\r\n\r\naction=restart\r\n"
          "--uniqueBoundary--\r\naction=ignored";
    const Decoded decoded = decode(withBody("multipart/mixed; boundary=\"uniqueBoundary\"", body));
    QCOMPARE(decoded.fields,
             "method=NOTIFY;event=service-control;subscription-state=active;content-type=multipart/mixed;"
                 + alarmFields + ";action=restart");
}

void TestSipMessage::hostileBodies()
{
    std::string body;
    for (int i = 0; i < 2'000; ++i)
        body += "--b\r\nContent-Type: multipart/x;boundary=b\r\n\r\n";
    QCOMPARE(decode(withBody("multipart/x;boundary=b", body)).kind, "sip.notify");
    QCOMPARE(decode(withBody("multipart/x;boundary=", "--\r\n--\r\n")).kind, "sip.notify");
    QCOMPARE(decode(withBody("multipart/x", "--\r\n")).kind, "sip.notify");
    QCOMPARE(decode(withBody("application/x-cisco-alarm+xml", "<Alarm Name=\"\"DeviceName\"")).kind,
             "sip.notify");
    const std::string whole = withBody("application/x-cisco-alarm+xml", alarmDocument);
    for (std::size_t length = whole.size() - alarmDocument.size(); length < whole.size(); ++length)
        QCOMPARE(decode(whole.substr(0, length)).kind, "sip.notify");
}

QTEST_APPLESS_MAIN(TestSipMessage)
#include "tst_sipmessage.moc"
