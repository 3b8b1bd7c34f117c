// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/events/sipregister.h"

#include <charconv>

#include "models/base/fields.h"
#include "models/store/caserows.h"

namespace whittle
{

namespace
{

template <typename Number>
Number numberIn(std::string_view text)
{
    Number number{};
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

} // namespace

bool SipRegister::isInitial() const
{
    return isRegistration() && (alarm || sequence == 0 || sequence == 1 || sequence == 101);
}

SipRegister sipRequestOf(const EventRow& event)
{
    SipRegister made;
    made.toRegister = event.kind == "sip.register";
    std::string_view rest = event.fields;
    std::string_view key;
    std::string_view value;
    while (FieldView::next(rest, key, value)) {
        if (key == "call-id")
            made.callId = decodeField(value);
        else if (key == "cseq") {
            made.sequence = numberIn<std::uint32_t>(value);
            made.toRegister = made.toRegister || value.ends_with(" REGISTER");
        } else if (key == "status")
            made.status = numberIn<int>(value);
        else if (key == "expires")
            made.expires = numberIn<std::int64_t>(value);
        else if (key == "standby")
            made.standby = true;
        else if (key == "alarm-code")
            made.alarm = numberIn<int>(value);
        else if (key == "last")
            made.last = decodeField(value);
    }
    return made;
}

} // namespace whittle
