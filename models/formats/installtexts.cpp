// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/installtexts.h"

#include <algorithm>
#include <array>

#include "models/formats/text.h"

namespace whittle
{

namespace
{

struct InstallText {
    std::string_view part; ///< anywhere in the text, in either case
    std::string_view kind;
};

/// The first that fits counts.
constexpr std::array installTexts{
    InstallText{"upgrade is not valid", "install.refused"},
    InstallText{"not a valid upgrade", "install.refused"},
    InstallText{"upgrade is not allowed", "install.refused"},
    InstallText{"upgrade is not supported", "install.refused"},
    InstallText{"unsupported upgrade", "install.refused"},
    InstallText{"downgrade", "install.refused"},
    InstallText{"checksum", "install.checksum"},
    InstallText{"upgrade failed", "install.failed"},
    InstallText{"upgrade has failed", "install.failed"},
    InstallText{"upgrade unsuccessful", "install.failed"},
    InstallText{"installation failed", "install.failed"},
    InstallText{"install failed", "install.failed"},
    InstallText{"upgrade complete", "install.done"},
    InstallText{"upgrade successful", "install.done"},
    InstallText{"upgrade succeeded", "install.done"},
    InstallText{"installation complete", "install.done"},
    InstallText{"successfully upgraded", "install.done"},
    InstallText{"successfully installed", "install.done"},
    InstallText{"starting upgrade", "install.start"},
    InstallText{"starting installation", "install.start"},
    InstallText{"current version:", "install.from-version"},
    InstallText{"active version:", "install.from-version"},
    InstallText{"target version:", "install.to-version"},
    InstallText{"new version:", "install.to-version"},
    InstallText{"upgrade version:", "install.to-version"},
    InstallText{"switching version", "install.switch-version"},
    InstallText{"switch version", "install.switch-version"},
    InstallText{"switch-version", "install.switch-version"},
    InstallText{"reboot", "install.reboot"},
    InstallText{"restarting system", "install.reboot"},
    InstallText{"system restart", "install.reboot"},
    InstallText{"cleaning up", "install.clean-up"},
    InstallText{"rolling back", "install.roll-back"},
    InstallText{"rollback", "install.roll-back"},
};

bool contains(std::string_view text, std::string_view part)
{
    return text::findNoCase(text, part) != text.npos;
}

/// A word that names an image or a COP file: UCSInstall_UCOS_6.1.2.2000-2.sgn.iso
std::string_view fileIn(std::string_view text)
{
    constexpr std::array<std::string_view, 6> ends{".iso", ".cop", ".sgn", ".sha512", ".tar.gz", ".rpm"};
    for (std::string_view word = text::takeWord(text); !word.empty(); word = text::takeWord(text)) {
        while (!word.empty() && (word.back() == ',' || word.back() == '.' || word.back() == ';'))
            word.remove_suffix(1);
        const auto slash = word.find_last_of("/=");
        word = slash == word.npos ? word : word.substr(slash + 1);
        if (std::ranges::any_of(ends, [&](std::string_view end) { return word.ends_with(end); }))
            return word;
    }
    return {};
}

/// A version in full, as "6.1.2.2000-2"; empty when there is none.
std::string_view versionIn(std::string_view text)
{
    constexpr std::string_view letters = "0123456789.-";
    while (!text.empty()) {
        const auto begin = text.find_first_of("0123456789");
        if (begin == text.npos)
            return {};
        text.remove_prefix(begin);
        std::string_view run = text.substr(0, text.find_first_not_of(letters));
        text.remove_prefix(run.size());
        while (!run.empty() && !text::isDigit(run.back()))
            run.remove_suffix(1);
        if (std::ranges::count(run, '.') == 3 && std::ranges::count(run, '-') <= 1)
            return run;
    }
    return {};
}

} // namespace

std::string_view installKind(std::string_view text, std::string_view level)
{
    if (text::startsWithNoCase(level, "Debug"))
        return {};
    const auto known =
        std::ranges::find_if(installTexts, [&](const InstallText& one) { return contains(text, one.part); });
    if (known != installTexts.end())
        return known->kind;
    for (const std::string_view bad : {"Err", "Crit", "Alert", "Emerg", "Fatal"}) {
        if (text::startsWithNoCase(level, bad))
            return "install.error";
    }
    return text::startsWithNoCase(level, "Warn") ? "install.warning" : "install.step";
}

void addInstallFields(std::string_view text, std::string_view kind, FieldWriter& fields)
{
    const std::string_view file = fileIn(text);
    if (!file.empty())
        fields.add("file", file);
    const std::string_view version = versionIn(file.empty() ? text : file);
    if (!version.empty())
        fields.add("version", version);
    if (kind != "install.checksum")
        return;
    const bool bad = contains(text, "fail") || contains(text, "mismatch") || contains(text, "not match")
        || contains(text, "invalid");
    if (bad || contains(text, "verified") || contains(text, "match") || contains(text, "valid"))
        fields.add("result", bad ? "failed" : "verified");
}

} // namespace whittle
