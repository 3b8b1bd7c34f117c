// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/samplecase/tftpclient.h"

#include "tests/samplecase/site.h"

namespace samplecase
{

namespace
{

constexpr std::uint16_t tftpPort = 69;
constexpr std::size_t blockSize = 512;

enum Opcode : std::uint16_t { ReadRequest = 1, Data = 3, Acknowledgement = 4, Error = 5 };

std::string configuration(const PhonePlan& plan)
{
    const auto element = [](const std::string& name, const std::string& value) {
        return "<" + name + ">" + value + "</" + name + ">\n";
    };
    const auto member = "<member priority=\"0\">\n<callManager>\n" + element("name", "cucm-sub") + "<ports>\n"
        + element("ethernetPhonePort", "2000") + "</ports>\n"
        + element("processNodeName", dotted(site::subscriber)) + "</callManager>\n</member>\n";
    const auto time = "<dateTimeSetting>\n" + element("dateTemplate", "M/D/YA")
        + element("timeZone", "Central Standard/Daylight Time") + "</dateTimeSetting>\n";
    const auto pool = "<devicePool>\n" + time + "<callManagerGroup>\n<members>\n" + member
        + "</members>\n</callManagerGroup>\n</devicePool>\n";
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<device>\n" + element("deviceProtocol", "SCCP") + pool
        + element("loadInformation", plan.load) + element("deviceSecurityMode", "1")
        + element("userLocale", "") + "</device>\n";
}

Bytes readRequest(const std::string& file)
{
    ByteWriter out;
    return out.be16(ReadRequest).raw(file).u8(0).raw(std::string("octet")).u8(0).bytes();
}

Bytes dataBlock(unsigned number, const std::string& content)
{
    return ByteWriter()
        .be16(Data)
        .be16(number)
        .raw(content.substr((number - 1) * blockSize, blockSize))
        .bytes();
}

} // namespace

TftpClient::TftpClient(const PhonePlan& plan, Wire& wire, Console& console)
    : m_plan(plan)
    , m_wire(wire)
    , m_console(console)
    , m_prng(0x7f0 + unsigned(plan.number))
{
}

void TftpClient::nextTransfer()
{
    m_port = std::uint16_t(m_prng.between(49152, 53000));
    m_transferPort = std::uint16_t(m_prng.between(32800, 36000));
}

Moment TftpClient::up(const Bytes& payload, Moment at, std::uint16_t serverPort, const std::string& kind)
{
    Frame frame;
    frame.from = {m_phone, m_port};
    frame.to = {site::publisher, serverPort};
    frame.payload = payload;
    return m_wire.toServer(frame, at, kind);
}

Moment TftpClient::down(const Bytes& payload, Moment at, const std::string& kind)
{
    Frame frame;
    frame.from = {site::publisher, m_transferPort};
    frame.to = {m_phone, m_port};
    frame.payload = payload;
    return m_wire.toPhone(frame, at, kind);
}

Moment TftpClient::request(const std::string& file, Moment at)
{
    nextTransfer();
    m_console.note(at, "TFTP", "[01]:Requesting " + file + " from " + dotted(site::publisher));
    return up(readRequest(file), at, tftpPort, "tftp_rrq") + m_prng.between(4ms, 25ms);
}

Moment TftpClient::fetchMissing(const std::string& file, Moment at)
{
    const Moment ready = request(file, at);
    const auto error = ByteWriter().be16(Error).be16(1).raw(std::string("File not found")).u8(0).bytes();
    const Moment refused = down(error, ready, "tftp_error");
    m_console.warn(refused, "TFTP", "[01]:Server error, code = 1 (" + file + ")");
    return refused;
}

Moment TftpClient::fetch(const std::string& file, const std::string& content, Moment at)
{
    Moment ready = request(file, at);
    const auto blocks = unsigned(content.size() / blockSize + 1);
    for (unsigned number = 1; number <= blocks; ++number) {
        const Moment received = down(dataBlock(number, content), ready, "tftp_data") + 600us;
        const auto ack = ByteWriter().be16(Acknowledgement).be16(number).bytes();
        ready = up(ack, received, m_transferPort, "tftp_ack") + 300us;
    }
    m_console.note(ready, "TFTP", "[01]:Finished --> rcvd " + std::to_string(content.size()) + " bytes");
    return ready;
}

Moment TftpClient::fetchConfiguration(Ipv4 phone, Moment at)
{
    m_phone = phone;
    const auto device = deviceName(m_plan.mac);
    const Moment refused = fetchMissing("CTL" + device + ".tlv", at + m_prng.between(700ms, 1100ms));
    return fetch(device + ".cnf.xml", configuration(m_plan), refused + m_prng.between(150ms, 260ms));
}

} // namespace samplecase
