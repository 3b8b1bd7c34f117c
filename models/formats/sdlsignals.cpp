// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/sdlsignals.h"

#include <algorithm>
#include <array>

#include "models/formats/sdifields.h"
#include "models/formats/sdirecord.h"
#include "models/formats/sdiverbs.h"
#include "models/formats/text.h"

namespace whittle
{

namespace
{

/// A signal of another name than the SCCP message it carries.
struct SdlSignal {
    std::string_view name;
    std::string_view kind;
    std::string_view how{}; ///< trace.disconnect: how the connection ended
};

constexpr std::array signals{
    SdlSignal{"SdlConnectionInd", "trace.connection"},
    SdlSignal{"SdlSocketClosed", "trace.disconnect", "tcp-closed"},
    SdlSignal{"SdlCloseInd", "trace.disconnect", "tcp-closed"},
    SdlSignal{"StationClose", "trace.disconnect", "closed-by-cucm"},
    SdlSignal{"CtiDeviceRegisterNotify", "trace.device-registered"},
    SdlSignal{"CtiDeviceRegisterNotifyWithLineInfo", "trace.device-registered"},
    SdlSignal{"CtiDeviceUnregisterNotify", "trace.device-unregistered"},
    SdlSignal{"CtiDeviceUnRegisterNotify", "trace.device-unregistered"},
    SdlSignal{"DeviceRegister", "trace.device-registered"},
    SdlSignal{"DeviceRegistered", "trace.device-registered"},
    SdlSignal{"DeviceUnregister", "trace.device-unregistered"},
    SdlSignal{"DeviceUnRegister", "trace.device-unregistered"},
    SdlSignal{"DeviceUnregistered", "trace.device-unregistered"},
    SdlSignal{"DeviceStart", "trace.device-start"},
    SdlSignal{"DeviceStop", "trace.device-stop"},
};

/// Of connections to all processes, only those of phones.
bool isOfPhones(const SdlSignalRow& row)
{
    const auto isStation = [](std::string_view process) {
        return process.starts_with("StationInit(") || process.starts_with("StationD(")
            || process.starts_with("SIPTcp(") || process.starts_with("SIPStationInit(")
            || process.starts_with("SIPStationD(");
    };
    return !row.name.starts_with("Sdl") || isStation(row.receiver);
}

/// SCCP numbers what phones send below 0x80, and what they are sent from there on (two late comers aside).
bool isFromPhone(int messageId)
{
    return messageId < 0x80 || messageId == 0x015A || messageId == 0x0157;
}

/// "StationKeepAlive" from StationInit to StationD; "StationOutputReset" the other way. What other processes
/// tell StationD to do ("StationReset") is no message yet.
const SdiVerb* messageOf(const SdlSignalRow& row)
{
    if (!row.name.starts_with("Station"))
        return nullptr;
    const SdiVerb* verb = findSdiVerb(row.name);
    if (!verb || verb->messageId == SdiVerb::noMessage)
        return nullptr;
    const bool carried = isFromPhone(verb->messageId) ? row.sender.starts_with("StationInit(")
                                                      : row.name.starts_with("StationOutput");
    return carried ? verb : nullptr;
}

void setEnds(const SdlSignalRow& row, std::string_view node, bool fromPhone, Event& event)
{
    const Endpoint phoneEnd{sdiAddress(row.address), 0};
    const Endpoint nodeEnd{sdiAddress(node), 0};
    event.source = fromPhone ? phoneEnd : nodeEnd;
    event.destination = fromPhone ? nodeEnd : phoneEnd;
}

std::string_view handleOf(const SdlSignalRow& row)
{
    for (const std::string_view process : {row.receiver, row.sender}) {
        if (process.starts_with("StationD("))
            return sdlInstance(process);
    }
    return {};
}

void describeMessage(const SdlSignalRow& row, const SdiVerb& verb, std::string_view node, Event& event,
                     FieldWriter& fields)
{
    event.kind = verb.kind;
    event.repeats = verb.detail == SdiDetail::Keepalive;
    fields.addHex("message-id", static_cast<std::uint64_t>(verb.messageId), 4);
    addIfSet(fields, "handle", handleOf(row));
    if (!event.repeats)
        addIfSet(fields, "device-name", row.device);
    addIfSet(fields, "address", row.address);
    setEnds(row, node, isFromPhone(verb.messageId), event);
}

bool describeOther(const SdlSignalRow& row, std::string_view node, Event& event, FieldWriter& fields)
{
    const auto signal = std::ranges::find(signals, row.name, &SdlSignal::name);
    if (signal == signals.end() || !isOfPhones(row))
        return false;
    event.kind = signal->kind;
    addIfSet(fields, "handle", handleOf(row));
    if (event.device.empty())
        event.device = sdiValue(row.parameters, "deviceName=");
    addIfSet(fields, "device-name", event.device);
    addIfSet(fields, "address", row.address);
    addIfSet(fields, "how", signal->how);
    const bool isOfConnection = signal->name.starts_with("Sdl") || signal->name == "StationClose";
    setEnds(row, node, isOfConnection, event);
    return true;
}

} // namespace

bool isPhoneSignal(const SdlSignalRow& row)
{
    return row.name.starts_with("Station") || row.receiver.starts_with("SIPTcp(")
        || row.receiver.starts_with("SIPUdp(") || row.receiver.starts_with("SIPStation");
}

bool describeSignal(const SdlSignalRow& row, std::string_view node, Event& event, FieldWriter& fields)
{
    fields.clear();
    event.device = row.device;
    const SdiVerb* verb = messageOf(row);
    if (verb)
        describeMessage(row, *verb, node, event, fields);
    else if (!describeOther(row, node, event, fields))
        return false;
    event.fields = fields.text();
    return true;
}

} // namespace whittle
