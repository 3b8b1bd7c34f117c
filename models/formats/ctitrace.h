// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "models/base/event.h"
#include "models/base/fields.h"
#include "models/formats/sdirecord.h"

namespace whittle
{

struct CtiMessage;

/// The records of CTIManager, through which applications control phones: the messages between it and them
/// ("CTI DeviceOpenRequest ( seq#=4 device name=SEP001794625DE5 …)" or
/// "CTIHandler::DeviceOpenRequest device=SEP001794625DE5"), and who may log in.
class CtiTrace
{
public:
    /// Fills kind, device, endpoints, fields and repeats; false when the record is about something else. The
    /// event's texts are views into the record, this object and `fields`.
    bool describe(const SdiRecord& record, Event& event, FieldWriter& fields);

private:
    /// A request of which the answer names nothing but the number, or a device that is named by its handle.
    struct Named {
        std::string connection;
        std::string key; ///< "4" of "seq#=4", or "1|38" of "DH=1|38"
        std::string device;
        std::string_view failure{}; ///< kind of the event when the request is refused
    };
    using Names = std::array<Named, 32>;

    std::string_view learn(const CtiMessage& message, std::string_view parameters, const SdiTags& tags);
    bool describeMessage(const SdiRecord& record, Event& event, FieldWriter& fields);
    bool describeText(const SdiRecord& record, Event& event, FieldWriter& fields) const;
    void remember(Names& names, std::size_t& next, const Named& named);
    const Named* find(const Names& names, std::string_view connection, std::string_view key) const;

    Names m_requests;
    std::size_t m_nextRequest = 0;
    Names m_devices;
    std::size_t m_nextDevice = 0;
    std::string m_device;
};

} // namespace whittle
