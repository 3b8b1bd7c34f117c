// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/import/foreign.h"

#include <algorithm>

namespace whittle
{

namespace
{

using namespace std::string_view_literals;

struct Magic {
    std::size_t at;
    std::string_view bytes;
    std::string_view kind;
};

constexpr std::string_view unpackFirst =
    "an archive that cannot be read here; unpack it and add what is in it";
constexpr std::string_view saveText = "a document; save its text, or its tables as CSV, and add that";
constexpr std::string_view picture = "a picture; write down what it shows";
constexpr std::string_view program = "a program, not evidence";

/// Bytes that the makers of these files document, or that file(1) knows.
constexpr Magic magics[] = {
    // Packed. A 7-Zip archive comes here where it is itself packed in something.
    {0, "7z\xBC\xAF\x27\x1C"sv, "a 7-Zip archive inside something else; unpack it and add what is in it"},
    {0, "\x04\x22\x4D\x18"sv, "compressed with lz4; unpack it with lz4 -d and add what is in it"},
    {0, "LZIP"sv, "compressed with lzip; unpack it with lzip -d and add what is in it"},
    {0, "\x89LZO\0"sv, "compressed with lzop; unpack it with lzop -d and add what is in it"},
    {0, "\x1F\x9D"sv, "compressed with compress; unpack it with uncompress and add what is in it"},
    {0, "\x5D\0\0\x80\0"sv, "compressed with lzma; unpack it with xz -d and add what is in it"},
    {2, "-lh5-"sv, unpackFirst},
    {0, "\x60\xEA"sv, unpackFirst}, // ARJ
    {0, "!<arch>\n"sv, unpackFirst}, // ar, deb
    {0, "\xED\xAB\xEE\xDB"sv, unpackFirst}, // RPM
    {0, "xar!"sv, unpackFirst},
    {0, "MSWIM\0\0\0"sv, unpackFirst},
    {0x8001, "CD001"sv, "an image of a disc (ISO 9660); mount it and add what is in it"},

    // Encrypted.
    {0, "-----BEGIN PGP MESSAGE-----"sv, "encrypted with PGP; decrypt it and add what is in it"},
    {0, "Salted__"sv, "encrypted with OpenSSL, as a backup of CUCM is; decrypt it and add what is in it"},

    // Captures and traces of others.
    {0, "GMBU"sv, "a capture of Microsoft Network Monitor; save it as pcap with Wireshark and add that"},
    {0, "RTSS"sv, "a capture of Microsoft Network Monitor 1; save it as pcap with Wireshark and add that"},
    {0, "TRSNIFF data"sv, "a capture of Sniffer; save it as pcap with Wireshark and add that"},
    {0, "XCP\0"sv, "a capture of Sniffer for Windows; save it as pcap with Wireshark and add that"},
    {0, "iptrace "sv, "a capture of AIX iptrace; save it as pcap with Wireshark and add that"},
    {0, "ElfFile\0"sv, "a Windows event log; save it as text with wevtutil or the Event Viewer and add that"},
    {4, "LfLe"sv, "an event log of an old Windows; save it as text with the Event Viewer and add that"},
    {72, "\x02\0\x01\xC0"sv,
     "a Windows event trace (etl); convert it with tracerpt or etl2pcapng and add that"},
    {72, "\x02\0\x02\xC0"sv,
     "a Windows event trace (etl); convert it with tracerpt or etl2pcapng and add that"},
    {0, "regf"sv, "a hive of the Windows registry; export the keys with reg export and add that"},
    {0, "\"(PDH-CSV"sv, "performance counters (RTMT or Windows); these are not read yet"},

    // Documents and pictures.
    {0, "%PDF-"sv, saveText},
    {0, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, saveText}, // Office until 2003, Outlook
    {30, "[Content_Types].xml"sv, saveText}, // Office since 2007
    {30, "mimetypeapplication/vnd.oasis"sv, saveText},
    {0, "{\\rtf"sv, saveText},
    {0, "<!DOCTYPE html"sv, saveText},
    {0, "<!doctype html"sv, saveText},
    {0, "<html"sv, saveText},
    {0, "\x89PNG\r\n\x1A\n"sv, picture},
    {0, "\xFF\xD8\xFF"sv, picture},
    {0, "GIF8"sv, picture},
    {0, "II*\0"sv, picture},
    {0, "MM\0*"sv, picture},
    {0, "RIFF"sv, "sound, a film or a picture, not evidence"},
    {4, "ftyp"sv, "sound, a film or a picture, not evidence"},

    // The rest of what lies in folders.
    {0, "SQLite format 3\0"sv, "a SQLite database; export what matters in it as text and add that"},
    {0,
     "\x7F"
     "ELF"sv,
     program},
    {0, "MZ\x90\0"sv, program},
    {0, "MDMP"sv, "a memory dump, not evidence"},
    {0, "-----BEGIN "sv, "a certificate or a key, not evidence"},
};

} // namespace

std::string_view foreignKind(Bytes head)
{
    const std::string_view text = asText(head);
    const auto found = std::ranges::find_if(magics, [&](const Magic& magic) {
        return text.size() >= magic.at && text.substr(magic.at).starts_with(magic.bytes);
    });
    return found == std::end(magics) ? std::string_view() : found->kind;
}

} // namespace whittle
