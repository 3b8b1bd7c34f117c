// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "models/base/eventsink.h"

namespace whittle::fuzz
{

/// What must hold, whatever the bytes are; the fuzzer takes an abort for a finding.
inline void require(bool holds, const char* what, std::string_view text = "")
{
    if (holds)
        return;
    std::fprintf(stderr, "broken: %s: ", what);
    std::fwrite(text.data(), 1, text.size(), stderr);
    std::fputc('\n', stderr);
    std::abort();
}

/// RFC 3629: no overlong forms, no surrogates.
bool isUtf8(std::string_view text);

/// Takes what a reader hands on, and looks whether it keeps to the rules of Event and EventSink.
class CheckingSink : public EventSink
{
public:
    void event(const Event& event) override;
    void problem(Problem problem) override;
    void landmark(Landmark landmark) override;

private:
    Place m_last{};
    bool m_any = false;
};

} // namespace whittle::fuzz
