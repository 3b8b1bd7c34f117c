// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <forward_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace whittle
{

/// The header fields of a message in lines of text (SIP: RFC 3261 §7.3, HTTP: RFC 9112 §5), read in one pass:
/// up to an empty line or the end of the text. Lines may end in CR LF or LF and may be folded (RFC 3261
/// §7.3.1). A view into the text.
class HeaderBlock
{
public:
    /// What a name as sent stands for, for protocols with compact forms.
    using LongName = std::string_view (*)(std::string_view name);

    HeaderBlock() = default;
    explicit HeaderBlock(std::string_view text, LongName longName = nullptr);
    HeaderBlock(HeaderBlock&&) = default;
    HeaderBlock& operator=(HeaderBlock&&) = default;

    /// The value of the first header of that (long) name in any case of its letters, trimmed and unfolded.
    /// Valid as long as the text and this.
    std::optional<std::string_view> find(std::string_view name) const;
    std::string_view body() const { return m_body; }
    /// The empty line is there.
    bool isComplete() const { return m_isComplete; }

private:
    struct Field {
        std::string_view name;
        std::string_view value;
        std::string* unfolded = nullptr; ///< in m_unfolded; the value is a view of it
    };

    void addLine(std::string_view line, LongName longName);
    void unfold(std::string_view line);

    std::vector<Field> m_fields;
    std::forward_list<std::string> m_unfolded;
    std::string_view m_body;
    bool m_isComplete = false;
    bool m_takesFolds = false; ///< the line before was a header or a part of one
};

/// Takes the next parameter off a header's value: first from `parametersOf(value)`, `;name=value` by
/// `;name=value`. The value is given without its quotes, empty when there is none. What stands in quotes or
/// in <> holds no parameters. False at the end, or where another value begins behind a comma.
bool nextParameter(std::string_view& rest, std::string_view& name, std::string_view& value);
std::string_view parametersOf(std::string_view headerValue);

/// The value of one parameter; empty text for one without a value, nothing when it is absent.
std::optional<std::string_view> parameterOf(std::string_view headerValue, std::string_view name);

} // namespace whittle
